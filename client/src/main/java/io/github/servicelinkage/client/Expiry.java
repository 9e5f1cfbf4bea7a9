package io.github.servicelinkage.client;

import java.time.LocalDate;

/**
 * When a consent expires, as seen on the day of the call. The platform counts days in Korean time.
 *
 * @param date the last day of the consent
 * @param seenOn the day of the call
 */
public record Expiry(LocalDate date, LocalDate seenOn) {

    /** A consent can be renewed from one month before its date (LNK-USE-06). */
    private static final int RENEWABLE_MONTHS = 1;

    /**
     * Whether the date has passed: services that need the consent have stopped.
     *
     * @return true from the day after the date
     */
    public boolean isExpired() {
        return seenOn.isAfter(date);
    }

    /**
     * Whether the person can renew the consent by logging in to the portal.
     *
     * @return true from {@link #renewableFrom()} on, also after the consent has expired
     */
    public boolean isRenewable() {
        return !seenOn.isBefore(renewableFrom());
    }

    /**
     * The first day on which the person can renew the consent.
     *
     * @return one month before the date
     */
    public LocalDate renewableFrom() {
        return date.minusMonths(RENEWABLE_MONTHS);
    }
}

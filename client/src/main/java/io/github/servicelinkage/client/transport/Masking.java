package io.github.servicelinkage.client.transport;

import java.net.ProtocolException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/**
 * Removes from a text of foreign origin what must not be shown: the secrets of this call, and anything that looks like an
 * account number or connecting information (CI). A gateway must not repeat them (LNK-PRIV-01, LNK-PRIV-02, LNK-PRIV-03); this is for one that does.
 *
 * @param secrets texts that must not be shown, asked for only when there is a text to mask
 */
public record Masking(Supplier<List<String>> secrets) {

    private static final String MASK = "***";
    private static final int MAX_LENGTH = 200;

    /** Six or more digits, also in groups, or 24 or more characters of Base64 in one piece. */
    private static final Pattern SUSPICIOUS = Pattern.compile("[0-9](?:[ -]?[0-9]){5,}|[A-Za-z0-9+/_=%-]{24,}");

    private static final Pattern QUOTATION = Pattern.compile("[\\[\"]");

    /**
     * Masks a text and cuts it to one line of at most 200 characters.
     *
     * @param text a text of foreign origin
     * @return what may be shown of it
     */
    public String apply(String text) {
        String shown = text;
        for (String secret : secrets.get()) {
            shown = secret.isEmpty() ? shown : shown.replace(secret, MASK);
        }
        shown = SUSPICIOUS.matcher(shown).replaceAll(MASK).replaceAll("\\p{Cntrl}", " ");
        return shown.length() <= MAX_LENGTH
                ? shown
                : shown.substring(0, shown.offsetByCodePoints(0, shown.codePointCount(0, MAX_LENGTH))) + "…";
    }

    /** Whether the text of a failure quotes what the peer sent, or a secret of this call. */
    boolean concerns(Throwable failure) {
        List<String> hidden = secrets.get();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            boolean quotes = cause instanceof ProtocolException
                    || QUOTATION.matcher(message).find();
            // What TLS quotes comes from certificates.
            boolean ofTls = cause instanceof SSLException || cause instanceof GeneralSecurityException;
            if (quotes && !ofTls || hidden.stream().anyMatch(secret -> !secret.isEmpty() && message.contains(secret))) {
                return true;
            }
        }
        return false;
    }

    /** The text of a failure up to what it quotes. */
    String withoutQuotation(Throwable failure) {
        return apply(
                String.valueOf(failure.getMessage()).split("[:\\[\"]", 2)[0].strip());
    }

    @Override
    public String toString() {
        return "Masking";
    }
}

package io.github.servicelinkage.client.message;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rejects arguments that cannot work, each with a sentence that never repeats a secret. */
public final class Arguments {

    private static final Pattern API_KEY = Pattern.compile("[!-~]+");

    /** Fields of one connection (RFC 9110 §7.6.1) that the JDK would send on request, although it knows nothing of them. */
    private static final Set<String> OF_THE_CONNECTION =
            Set.of("transfer-encoding", "te", "trailer", "keep-alive", "proxy-connection", "http2-settings");

    private Arguments() {}

    /**
     * Rejects a duration that would mean "never" or "at once".
     *
     * @param name name of the setting
     * @param duration the duration
     * @return the same duration
     * @throws IllegalArgumentException if it is zero or negative
     */
    public static Duration positive(String name, Duration duration) {
        if (duration.isZero() || duration.isNegative()) {
            throw new IllegalArgumentException(Messages.text("argument.duration", name, duration));
        }
        return duration;
    }

    /**
     * Rejects a number below 1.
     *
     * @param name name of the setting
     * @param number the number
     * @return the same number
     * @throws IllegalArgumentException if it is zero or negative
     */
    public static int positive(String name, int number) {
        if (number < 1) {
            throw new IllegalArgumentException(Messages.text("argument.number", name, number));
        }
        return number;
    }

    /**
     * Rejects a header field that cannot be sent. The JDK judges it now, where the caller can see it, and not first when
     * the request is sent.
     *
     * @param name name of the field
     * @param value its value; the error text does not repeat it
     * @throws IllegalArgumentException if HTTP or the JDK does not allow such a field
     */
    public static void headerField(String name, String value) {
        if (OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException(Messages.text("argument.headerField", name));
        }
        try {
            HttpRequest.newBuilder().setHeader(name, value);
        } catch (IllegalArgumentException quotingTheValue) {
            throw new IllegalArgumentException(Messages.text("argument.headerField", name));
        }
    }

    /**
     * Rejects an API key that cannot be sent in a header field.
     *
     * @param key the key; the error text does not repeat it
     * @return the same key
     * @throws IllegalArgumentException if it is missing or not printable ASCII
     */
    public static String apiKey(@Nullable String key) {
        if (key == null || !API_KEY.matcher(key).matches()) {
            throw new IllegalArgumentException(Messages.text("argument.apiKey"));
        }
        return key;
    }
}

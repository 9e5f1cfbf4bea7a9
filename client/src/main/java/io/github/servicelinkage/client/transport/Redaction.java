package io.github.servicelinkage.client.transport;

import java.net.ProtocolException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/**
 * Takes out of a text that somebody else wrote what may not be shown: the secrets of this call, and anything that looks
 * like an account number or a connecting information. Decision D10 forbids a gateway to repeat them; this is for those
 * that do.
 */
public final class Redaction {

    private static final String MASK = "***";
    private static final int LONGEST = 200;

    /** Six or more digits, also in groups, or 24 or more characters of Base64 in one piece. */
    private static final Pattern SUSPICIOUS = Pattern.compile("[0-9](?:[ -]?[0-9]){5,}|[A-Za-z0-9+/_=%-]{24,}");

    private static final Pattern QUOTATION = Pattern.compile("[\\[\"]");

    private final List<String> secrets;

    /**
     * For a call with these secrets.
     *
     * @param secrets texts that may not be shown; empty ones are passed over
     */
    public Redaction(List<String> secrets) {
        this.secrets = secrets;
    }

    String apply(String text) {
        String shown = text;
        for (String secret : secrets) {
            shown = secret.isEmpty() ? shown : shown.replace(secret, MASK);
        }
        shown = SUSPICIOUS.matcher(shown).replaceAll(MASK).replaceAll("\\p{Cntrl}", " ");
        return shown.length() <= LONGEST
                ? shown
                : shown.substring(0, shown.offsetByCodePoints(0, shown.codePointCount(0, LONGEST))) + "…";
    }

    /** Whether a failure's text quotes what the peer sent, or a secret of this call. */
    boolean concerns(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            boolean quotes = cause instanceof ProtocolException
                    || QUOTATION.matcher(message).find();
            // What TLS quotes is of certificates.
            boolean ofTls = cause instanceof SSLException || cause instanceof GeneralSecurityException;
            if (quotes && !ofTls
                    || secrets.stream().anyMatch(secret -> !secret.isEmpty() && message.contains(secret))) {
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
        return "Redaction";
    }
}

package io.github.servicelinkage.client.transport;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * Leaves of a text of foreign origin only what is known to be harmless; see {@link KnownWords}. A gateway must not repeat
 * personal data or the API key (LNK-PRIV-01, LNK-PRIV-02, LNK-PRIV-03); this is for one that does, in whatever encoding.
 *
 * @param secrets texts that must not be shown even if they consist of known words, asked for only when there is a text to mask
 */
public record Masking(Supplier<List<String>> secrets) {

    private static final String MASK = "***";
    private static final String UNKNOWN_WORD = "\ufffc";
    private static final int MAX_LENGTH = 200;
    private static final int MAX_READ = 2_000;
    private static final int MAX_CAUSES = 8;

    /** With the marks before, between and after them, which may belong to what is masked. */
    private static final Pattern MASKS = Pattern.compile("(?:[ ,;:()\\[\\]'\"]*\\*{3})+[ ,;:()\\[\\]'\"]*");

    private static final Pattern A_LETTER = Pattern.compile("\\p{L}");

    /**
     * Replaces unknown words by asterisks, and cuts a text to one line of at most 200 characters.
     *
     * @param text a text of foreign origin
     * @return what may be shown of it
     */
    public String apply(String text) {
        String shown = text.length() <= MAX_READ ? text : text.substring(0, MAX_READ);
        for (String secret : secrets.get()) {
            shown = secret.isEmpty() ? shown : shown.replace(secret, UNKNOWN_WORD);
        }
        shown = MASKS.matcher(KnownWords.of(shown, unknown -> MASK))
                .replaceAll(" " + MASK + " ")
                .strip();
        if (!A_LETTER.matcher(shown).find()) {
            return text.isEmpty() ? text : MASK;
        }
        return shown.length() <= MAX_LENGTH ? shown : shown.substring(0, MAX_LENGTH) + "…";
    }

    /**
     * A failure of the HTTP client, which may quote what the peer sent.
     *
     * @param failure the failure
     * @return the same if nothing in it has to be masked; otherwise one of the same kind, with causes of the same kinds
     */
    IOException apply(Exception failure) {
        return failure instanceof IOException harmless && isHarmless(failure, MAX_CAUSES)
                ? harmless
                : (IOException) copy(failure, MAX_CAUSES, true);
    }

    private boolean isHarmless(Throwable failure, int causes) {
        String message = failure.getMessage();
        return failure.getSuppressed().length == 0
                && (message == null || apply(message).equals(message))
                && (failure.getCause() == null || causes > 0 && isHarmless(failure.getCause(), causes - 1));
    }

    private Exception copy(Throwable failure, int causes, boolean outermost) {
        String kind = failure.getClass().getSimpleName();
        String text = failure.getMessage() == null ? kind : kind + ": " + apply(failure.getMessage());
        Exception copy;
        if (failure instanceof SSLPeerUnverifiedException) {
            copy = new SSLPeerUnverifiedException(text);
        } else if (failure instanceof SSLException) {
            copy = new SSLHandshakeException(text);
        } else if (failure instanceof GeneralSecurityException && !outermost) {
            copy = new GeneralSecurityException(text);
        } else if (failure instanceof HttpTimeoutException) {
            copy = new HttpTimeoutException(text);
        } else {
            copy = new IOException(text);
        }
        if (failure.getCause() != null && causes > 0) {
            copy.initCause(copy(failure.getCause(), causes - 1, false));
        }
        return copy;
    }

    @Override
    public String toString() {
        return "Masking";
    }
}

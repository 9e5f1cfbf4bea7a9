package io.github.servicelinkage.client.connection;

import io.github.servicelinkage.client.message.Messages;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/** Which addresses a request may be sent to: it holds personal data and the API key. */
public final class GatewayUrl {

    private static final Pattern THIS_MACHINE = Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");

    private GatewayUrl() {}

    /**
     * Rejects a URL that a request may not be sent to.
     *
     * @param url the URL
     * @return the URL without a slash at its end
     * @throws IllegalArgumentException if it is not an HTTPS URL, or an HTTP URL of this machine; the text repeats neither
     *     user information nor query
     */
    public static URI checked(URI url) {
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        String host = url.getHost();
        if (host == null || url.getRawUserInfo() != null || url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException(Messages.text("gateway.form"));
        }
        boolean safe = scheme.equals("https")
                || scheme.equals("http") && THIS_MACHINE.matcher(host).matches();
        if (!safe) {
            throw new IllegalArgumentException(Messages.text("gateway.scheme", host));
        }
        return URI.create(url.toString().replaceFirst("/+$", ""));
    }
}

package io.github.servicelinkage.client;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/** Which addresses a request may go to: it holds personal data and the API key. */
final class Gateways {

    private static final Pattern THIS_MACHINE = Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");

    private Gateways() {}

    /** The URL without a slash at its end. */
    static URI checked(URI url) {
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        String host = url.getHost();
        if (host == null || url.getRawUserInfo() != null || url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "the gateway must be a URL of scheme, host and path, such as " + "https://HOST/v1/common/member");
        }
        boolean safe = scheme.equals("https")
                || scheme.equals("http") && THIS_MACHINE.matcher(host).matches();
        if (!safe) {
            throw new IllegalArgumentException("the gateway " + host
                    + " must be called by https: requests hold personal" + " data (http is for this machine only)");
        }
        return URI.create(url.toString().replaceFirst("/+$", ""));
    }
}

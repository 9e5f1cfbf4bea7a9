package io.github.servicelinkage.conformance.exchange;

import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.message.UsageException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The gateway under test.
 *
 * @param name what reports call it
 * @param url server URL, up to {@code /v1/common/member}
 * @param apiKey the key that it takes
 * @param timeout time limit of one request
 * @param caFile certificates to trust besides the system's, in PEM
 * @param http which versions of HTTP it is offered
 */
public record Target(String name, URI url, String apiKey, Duration timeout, Optional<Path> caFile, HttpVersion http) {
    private static final int HIGHEST_PORT = 65_535;
    private static final Duration LONGEST_TIMEOUT = Duration.ofHours(1);

    /**
     * A gateway to test.
     *
     * @throws UsageException if requests cannot be sent to the URL, the key is not printable ASCII without blanks (RFC 9110 §5.5 has
     *     little more for the value of a field), or the time limit is not between 1 ms and an hour
     */
    public Target {
        // RFC 3986 has ASCII only; java.net.URI takes more.
        url = URI.create(url.toASCIIString());
        check(
                isServerUrl(url),
                "게이트웨이 URL은 https://HOST/v1/common/member 형식이어야 합니다(사용자 정보와 쿼리 없이, 포트는 65535까지).",
                "The URL of the gateway must look like https://HOST/v1/common/member, without user information or query, and with a port up to 65535.");
        check(
                !apiKey.isEmpty() && apiKey.chars().allMatch(c -> c > ' ' && c <= '~'),
                "API 키에 쓸 수 없는 글자가 있습니다. 공백 없는 ASCII 글자만 쓸 수 있습니다.",
                "The API key has characters that no header can carry; only printable ASCII without blanks is possible.");
        check(
                timeout.toMillis() > 0 && timeout.compareTo(LONGEST_TIMEOUT) <= 0,
                "요청 한 건의 제한 시간은 1시간 이하의 양수여야 합니다.",
                "The time limit of a request must be positive, and an hour at most.");
    }

    /** A gateway to test, in the version of HTTP that it chooses. */
    public Target(String name, URI url, String apiKey, Duration timeout, Optional<Path> caFile) {
        this(name, url, apiKey, timeout, caFile, HttpVersion.NEGOTIATED);
    }

    /** Whether requests can be sent to a URL, and to nobody else. */
    public static boolean isServerUrl(URI url) {
        boolean http = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
        return http
                && url.getHost() != null
                && url.getPort() <= HIGHEST_PORT
                && url.getPort() != 0
                && url.getRawQuery() == null
                && url.getRawFragment() == null
                && url.getRawUserInfo() == null;
    }

    /** Whether its address is a loopback address of this machine. */
    public boolean isLocal() {
        return isLocal(url);
    }

    /** Whether the host of a URL is a loopback address, as it says without asking a name server. */
    public static boolean isLocal(URI url) {
        String host = String.valueOf(url.getHost());
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.[0-9]{1,3}){3}");
    }

    private static void check(boolean holds, String ko, String en) {
        if (!holds) {
            throw new UsageException(new Text(ko, en));
        }
    }

    /** Does not show the key. */
    @Override
    public String toString() {
        return name;
    }
}

package io.github.servicelinkage.conformance.cli;

import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.message.UsageException;
import java.net.URI;

/** The server URL that the user gave. */
final class ServerUrl {
    private ServerUrl() {}

    /**
     * The URL, without a slash at its end.
     *
     * @throws UsageException if it is no server URL
     */
    static URI checked(URI url) {
        boolean http = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
        if (!http
                || url.getHost() == null
                || url.getRawQuery() != null
                || url.getRawFragment() != null
                || url.getRawUserInfo() != null) {
            throw new UsageException(new Text(
                    "--url은 https://HOST/v1/common/member 형식이어야 합니다(사용자 정보와 쿼리 없이).",
                    "--url must look like https://HOST/v1/common/member, without user information or query."));
        }
        return URI.create(url.toString().replaceFirst("/+$", ""));
    }
}

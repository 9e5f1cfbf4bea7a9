package io.github.servicelinkage.conformance.exchange;

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
 */
public record Target(String name, URI url, String apiKey, Duration timeout, Optional<Path> caFile) {

    /** Whether its address is a loopback address of this machine, as its host says without asking a name server. */
    public boolean isLocal() {
        String host = String.valueOf(url.getHost());
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.[0-9]{1,3}){3}");
    }

    /** Does not show the key. */
    @Override
    public String toString() {
        return name;
    }
}

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

    /** Does not show the key. */
    @Override
    public String toString() {
        return name;
    }
}

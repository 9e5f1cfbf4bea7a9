package io.github.servicelinkage.conformance.pact;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The gateway under test.
 *
 * @param url server URL, up to the operations' paths
 * @param apiKey the key that the gateway accepts
 * @param timeout how long one answer may take
 * @param caFile PEM file of certificates to trust beside those of the Java runtime
 */
public record PactTarget(URI url, String apiKey, Duration timeout, Optional<Path> caFile) {

    /** Shows everything but the key. */
    @Override
    public String toString() {
        return "PactTarget[url=" + url + ", apiKey=***, timeout=" + timeout + ", caFile=" + caFile + "]";
    }
}

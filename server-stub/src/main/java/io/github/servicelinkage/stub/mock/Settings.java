package io.github.servicelinkage.stub.mock;

import io.vertx.core.net.KeyCertOptions;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a gateway serves.
 *
 * @param host address to listen on
 * @param port port to listen on; 0 for a free one
 * @param eventLoops how many threads serve
 * @param maxConnections how many connections are kept open
 * @param patience how long a connection may be idle, and how long a request may take to arrive
 * @param tls the certificate; null for plain HTTP
 */
record Settings(
        String host,
        int port,
        int eventLoops,
        int maxConnections,
        Duration patience,
        @Nullable KeyCertOptions tls) {}

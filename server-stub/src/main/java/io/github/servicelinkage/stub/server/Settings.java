package io.github.servicelinkage.stub.server;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the HTTP server listens, and its limits.
 *
 * @param host address to listen on
 * @param port port to listen on; 0 for a free one
 * @param eventLoops number of serving threads
 * @param maxConnections maximum number of open connections
 * @param patience how long a connection may be idle, and how long a request may take to arrive
 * @param tls source of the certificate; null for plain HTTP
 */
public record Settings(
        String host,
        int port,
        int eventLoops,
        int maxConnections,
        Duration patience,
        @Nullable Tls tls) {}

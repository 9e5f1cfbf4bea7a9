package io.github.servicelinkage.client.connection;

import io.github.servicelinkage.client.message.Arguments;
import io.github.servicelinkage.client.message.Messages;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** How calls reach the gateway: with an HTTP client of the caller, or one that is made with these settings. */
public final class ConnectionSettings {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private @Nullable Duration connectTimeout;
    private @Nullable ProxySelector proxy;
    private @Nullable SSLContext tls;
    private @Nullable HttpClient http;

    /** Settings that are all at their default. */
    public ConnectionSettings() {}

    /**
     * Limits how long connecting may take.
     *
     * @param limit a positive duration
     * @throws IllegalArgumentException if it is zero or negative
     */
    public void connectTimeout(Duration limit) {
        this.connectTimeout = Arguments.positive("connectTimeout", limit);
    }

    /**
     * Sets the proxy.
     *
     * @param selector selects the proxy for a URL
     */
    public void proxy(ProxySelector selector) {
        this.proxy = selector;
    }

    /**
     * Sets the TLS settings.
     *
     * @param context the settings
     */
    public void tls(SSLContext context) {
        this.tls = context;
    }

    /**
     * Trusts the authorities in a file in addition to those of the JVM.
     *
     * @param pem a PEM file
     * @throws IllegalArgumentException if the file cannot be read or holds no certificate
     */
    public void caFile(Path pem) {
        tls(TrustedCertificates.ofTheJvmAnd(pem));
    }

    /**
     * Sets the HTTP client.
     *
     * @param client a client that follows no redirects
     * @throws IllegalArgumentException if it follows redirects
     */
    public void http(HttpClient client) {
        this.http = HttpClients.checked(client);
    }

    /**
     * The HTTP client to send with.
     *
     * @param resources closes what is created here
     * @return the caller's, or a new one
     * @throws IllegalStateException if settings exclude each other
     */
    public HttpClient open(Resources resources) {
        if (http == null) {
            return resources.httpClient(
                    connectTimeout == null ? CONNECT_TIMEOUT : connectTimeout,
                    proxy,
                    tls == null ? TrustedCertificates.ofTheJvm() : tls);
        }
        if (connectTimeout != null || proxy != null || tls != null) {
            throw new IllegalStateException(Messages.text("setting.httpClient"));
        }
        return http;
    }
}

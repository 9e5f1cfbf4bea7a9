package io.github.servicelinkage.client;

import io.github.servicelinkage.client.api.ServiceLinkageApi;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Where a client's calls go, how they get there, and whom they trust on the way. */
abstract sealed class ConnectionSettings permits LinkageClientBuilder {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private @Nullable URI gateway;
    private @Nullable Duration connectTimeout;
    private @Nullable ProxySelector proxy;
    private @Nullable SSLContext tls;
    private @Nullable HttpClient http;

    abstract LinkageClientBuilder self();

    /**
     * Calls the platform's sandbox, as the contract names it.
     *
     * @return this builder
     */
    public LinkageClientBuilder sandbox() {
        return gateway(ServiceLinkageApi.SANDBOX);
    }

    /**
     * Calls the platform's production gateway, as the contract names it.
     *
     * @return this builder
     */
    public LinkageClientBuilder production() {
        return gateway(ServiceLinkageApi.PRODUCTION);
    }

    /**
     * Calls another gateway.
     *
     * @param url URL up to {@code /v1/common/member}, in front of the operations' paths
     * @return this builder
     * @throws IllegalArgumentException if it is no HTTPS URL; plain HTTP is for this machine only, since a request holds
     *     personal data
     */
    public LinkageClientBuilder gateway(URI url) {
        this.gateway = Gateways.checked(url);
        return self();
    }

    /**
     * How long connecting may take, TLS included; 5 seconds unless set.
     *
     * @param limit a positive duration
     * @return this builder
     */
    public LinkageClientBuilder connectTimeout(Duration limit) {
        this.connectTimeout = limit;
        return self();
    }

    /**
     * The proxy to go through; that of the system properties unless set.
     *
     * @param selector names the proxy for a URL
     * @return this builder
     */
    public LinkageClientBuilder proxy(ProxySelector selector) {
        this.proxy = selector;
        return self();
    }

    /**
     * The TLS settings, for a client certificate or a trust store of your own; those of the JVM unless set. The host
     * name is checked in any case.
     *
     * @param context the settings
     * @return this builder
     */
    public LinkageClientBuilder sslContext(SSLContext context) {
        this.tls = context;
        return self();
    }

    /**
     * Trusts the certificate authorities of a file instead of those of the JVM, for a gateway with a certificate of its
     * own. There is no way to switch verification off.
     *
     * @param pem a PEM file of one or more certificates
     * @return this builder
     * @throws IllegalArgumentException if the file cannot be read or holds no certificate
     */
    public LinkageClientBuilder caFile(Path pem) {
        return sslContext(HttpClients.trusting(pem));
    }

    /**
     * Sends with an HTTP client of your own, which stays open when this one is closed. Its connect timeout, proxy and TLS
     * settings apply, so those of this builder may not be set as well.
     *
     * @param client the HTTP client
     * @return this builder
     * @throws IllegalArgumentException if it follows redirects, since the API key would go with them
     */
    public LinkageClientBuilder httpClient(HttpClient client) {
        this.http = HttpClients.checked(client);
        return self();
    }

    URI requiredGateway() {
        return required("gateway", "sandbox(), production() or gateway(URI)", gateway);
    }

    HttpClient openHttpClient(Resources resources) {
        if (http == null) {
            return resources.httpClient(connectTimeout == null ? CONNECT_TIMEOUT : connectTimeout, proxy, tls);
        }
        if (connectTimeout != null || proxy != null || tls != null) {
            throw new IllegalStateException("an HTTP client of your own brings its connect timeout, proxy and TLS"
                    + " settings: set them there, not here");
        }
        return http;
    }

    static <T> T required(String what, String how, @Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("the " + what + " is missing: name it with " + how);
        }
        return value;
    }
}

package io.github.servicelinkage.client.connection;

import io.github.servicelinkage.client.message.Messages;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/** Creates HTTP clients that verify the peer and follow no redirect, and rejects those that do not. */
final class HttpClients {

    private HttpClients() {}

    static HttpClient create(
            Duration connectTimeout, @Nullable ProxySelector proxy, SSLContext tls, Executor executor) {
        HttpClient.Builder http = HttpClient.newBuilder()
                .connectTimeout(connectTimeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .sslContext(tls)
                .sslParameters(verifying(tls))
                .executor(executor);
        return (proxy == null ? http : http.proxy(proxy)).build();
    }

    /** Requests verification of the host name explicitly, so that no system property can switch it off. */
    private static SSLParameters verifying(SSLContext tls) {
        SSLParameters parameters = tls.getDefaultSSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        return parameters;
    }

    /** The JDK copies the API key to wherever a redirect leads. */
    static HttpClient checked(HttpClient http) {
        if (http.followRedirects() != HttpClient.Redirect.NEVER) {
            throw new IllegalArgumentException(Messages.text("http.redirects"));
        }
        return http;
    }
}

package io.github.servicelinkage.conformance.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;

/**
 * An exchange by the older client of the Java runtime: it sends the white space around the value
 * of a header field, which the newer one leaves out.
 */
final class RawWhitespaceExchange {
    private RawWhitespaceExchange() {}

    static boolean isNeeded(Request request) {
        return request.headers().stream()
                .anyMatch(header -> !header.value().equals(header.value().strip()));
    }

    static Response send(URI url, Duration timeout, SSLContext tls, Request request) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) new URL(url + request.path()).openConnection();
        if (connection instanceof HttpsURLConnection https) {
            https.setSSLSocketFactory(tls.getSocketFactory());
        }
        connection.setInstanceFollowRedirects(false);
        connection.setConnectTimeout(Math.toIntExact(timeout.toMillis()));
        connection.setReadTimeout(Math.toIntExact(timeout.toMillis()));
        connection.setRequestMethod(request.method());
        connection.setRequestProperty("Accept", "");
        request.headers().forEach(header -> connection.addRequestProperty(header.name(), header.value()));
        connection.setDoOutput(true);
        connection.getOutputStream().write(request.body());
        int status = connection.getResponseCode();
        try (InputStream body = status >= 400 ? connection.getErrorStream() : connection.getInputStream()) {
            return Response.of(
                    status,
                    headers(connection),
                    body == null ? new byte[0] : body.readAllBytes(),
                    protocol(connection));
        }
    }

    private static Map<String, List<String>> headers(HttpURLConnection connection) {
        Map<String, List<String>> headers = new TreeMap<>();
        connection.getHeaderFields().forEach((name, values) -> {
            if (name != null) {
                headers.put(name.toLowerCase(Locale.ROOT), values);
            }
        });
        return headers;
    }

    private static Optional<String> protocol(HttpURLConnection connection) {
        return connection instanceof HttpsURLConnection https
                ? https.getSSLSession().map(SSLSession::getProtocol)
                : Optional.empty();
    }
}

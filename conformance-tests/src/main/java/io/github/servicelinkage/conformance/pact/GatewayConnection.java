package io.github.servicelinkage.conformance.pact;

import au.com.dius.pact.core.model.IRequest;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;

/** One HTTP client for all requests of a verification. It follows no redirect, so the key stays with the gateway. */
final class GatewayConnection {

    /** Header fields that the HTTP client sets itself, and refuses to be given. */
    private static final Set<String> RESERVED = Set.of("connection", "content-length", "expect", "host", "upgrade");

    private final PactTarget target;
    private final HttpClient http;

    GatewayConnection(PactTarget target) {
        this.target = target;
        HttpClient.Builder builder =
                HttpClient.newBuilder().connectTimeout(target.timeout()).followRedirects(HttpClient.Redirect.NEVER);
        target.caFile().map(AdditionalTrust::of).ifPresent(builder::sslContext);
        this.http = builder.build();
    }

    /** Sends a request of a pact to the gateway. */
    HttpResponse<byte[]> send(IRequest request) {
        String base = target.url().toString().replaceAll("/+$", "");
        try {
            HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(base + request.getPath() + query(request)))
                    .method(
                            request.getMethod(),
                            BodyPublishers.ofByteArray(request.getBody().orEmpty()));
            request.getHeaders().forEach((name, values) -> {
                if (!RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
                    builder.setHeader(name, String.join(", ", values));
                }
            });
            return exchange(builder);
        } catch (IllegalArgumentException impossible) {
            throw new PactException("The request cannot be sent; check method, path and header fields in the pact.");
        }
    }

    /** Fetches a document, without the key of the gateway. */
    byte[] get(URI document) {
        HttpResponse<byte[]> response =
                exchange(HttpRequest.newBuilder(document).header("Accept", "application/json"));
        if (response.statusCode() != 200) {
            throw new PactException(
                    "No pact could be fetched from " + document + ": status " + response.statusCode() + ".");
        }
        return response.body();
    }

    private HttpResponse<byte[]> exchange(HttpRequest.Builder builder) {
        HttpRequest request = builder.timeout(target.timeout())
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        String server = request.uri().getScheme() + "://" + request.uri().getAuthority();
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (HttpTimeoutException late) {
            throw new PactException(server + " did not answer within "
                    + target.timeout().toMillis() + " ms; allow more time, or check the server.");
        } catch (SSLException untrusted) {
            throw new PactException("No trusted TLS connection to " + server
                    + "; check the certificate, or name its issuer as the CA file.");
        } catch (IOException broken) {
            throw new PactException(server + " cannot be reached; check the URL and that the server is running.");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new PactException("The verification was interrupted.");
        }
    }

    private static String query(IRequest request) {
        Map<String, List<String>> query = request.getQuery();
        return query.isEmpty()
                ? ""
                : query.entrySet().stream()
                        .flatMap(entry -> entry.getValue().stream()
                                .map(value -> encode(entry.getKey()) + (value == null ? "" : "=" + encode(value))))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

package io.github.servicelinkage.conformance.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/**
 * A request as bytes, to the letter of what a check says: nothing is put in order, escaped or left out. It goes to the server of its
 * URL, whatever its path says: the connection is made to that server before a path is looked at, and what would make another server
 * or another request of it is refused.
 */
final class OutgoingRequest {
    private static final String AGENT = "linkage/" + version();

    private final URI url;
    private final Request request;

    /**
     * A request to a server.
     *
     * @param url what the path of a request is appended to
     */
    OutgoingRequest(URI url, Request request) {
        this.url = url;
        this.request = request;
        checkOrigin();
    }

    /**
     * What is sent, is sent to the scheme, host and port of the URL; what carries the key most of all.
     *
     * @throws IllegalArgumentException if the path makes a URI of another server, or none
     */
    private void checkOrigin() {
        URI whole = URI.create(url.getScheme() + "://" + authority() + target());
        if (!url.getScheme().equals(whole.getScheme())
                || !url.getHost().equals(whole.getHost())
                || whole.getRawUserInfo() != null
                || whole.getPort() != (isDefaultPort() ? -1 : url.getPort())
                || request.method().chars().anyMatch(c -> c <= ' ' || c >= 0x7F)) {
            throw new IllegalArgumentException("The request would go to another server, or is none");
        }
    }

    /** Request line and fields; of the usual fields those that the request does not name itself. */
    byte[] head(boolean viaProxy) {
        boolean absolute = request.framing().absoluteTarget() || viaProxy;
        StringBuilder head = new StringBuilder(request.method())
                .append(' ')
                .append(absolute ? url.getScheme() + "://" + authority() : "")
                .append(target())
                .append(' ')
                .append(request.framing().version())
                .append("\r\n");
        fields().forEach(field ->
                head.append(field.name()).append(": ").append(field.value()).append("\r\n"));
        return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Its fields, in order, those first that every client sends and this request does not name itself. */
    List<Header> fields() {
        List<Header> fields = new ArrayList<>();
        usual(fields, "Host", authority());
        usual(fields, "User-Agent", AGENT);
        if (request.framing().chunked()) {
            usual(fields, "Transfer-Encoding", "chunked");
        } else if (hasBody() && request.header("Transfer-Encoding").isEmpty()) {
            usual(fields, "Content-Length", String.valueOf(request.body().length));
        }
        fields.addAll(request.headers());
        fields.forEach(OutgoingRequest::check);
        return fields;
    }

    String method() {
        return request.method();
    }

    String scheme() {
        return url.getScheme();
    }

    Framing framing() {
        return request.framing();
    }

    /** The body, with the framing that goes with it. */
    byte[] body() {
        byte[] body = request.body();
        if (!request.framing().chunked()) {
            return body;
        }
        ByteArrayOutputStream chunks = new ByteArrayOutputStream(body.length + 32);
        if (body.length > 0) {
            chunks.writeBytes((Integer.toHexString(body.length) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            chunks.writeBytes(body);
            chunks.writeBytes("\r\n".getBytes(StandardCharsets.ISO_8859_1));
        }
        chunks.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        return chunks.toByteArray();
    }

    /** Whether it waits for a 100 before its body (RFC 9110 §10.1.1). */
    boolean expectsContinue() {
        return request.header("Expect")
                .filter(value -> value.strip().equalsIgnoreCase("100-continue"))
                .isPresent();
    }

    boolean isHead() {
        return request.method().equals("HEAD");
    }

    /** Whether it leaves the connection open. */
    boolean keepsConnection() {
        return request.framing().isOrdinaryVersion()
                && request.header("Connection")
                        .filter(value -> value.strip().equalsIgnoreCase("close"))
                        .isEmpty();
    }

    private boolean hasBody() {
        return request.body().length > 0 || request.method().equals("POST");
    }

    private void usual(List<Header> fields, String name, String value) {
        if (request.header(name).isEmpty()) {
            fields.add(new Header(name, value));
        }
    }

    /** A line break would make more fields of it, or another request; that is a defect of the suite. */
    private static void check(Header field) {
        if ((field.name() + field.value()).chars().anyMatch(c -> c == '\r' || c == '\n')) {
            throw new IllegalArgumentException(
                    "line break in the header field " + field.name().strip());
        }
    }

    String target() {
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        String target = url.getRawPath() + query + request.path();
        return target.startsWith("/") ? target : "/" + target;
    }

    private String authority() {
        return url.getHost() + (isDefaultPort() ? "" : ":" + url.getPort());
    }

    private boolean isDefaultPort() {
        return url.getPort() < 0 || url.getPort() == ("https".equalsIgnoreCase(url.getScheme()) ? 443 : 80);
    }

    private static String version() {
        Properties packed = new Properties();
        try (InputStream in = OutgoingRequest.class.getResourceAsStream("/service-linkage/suite.properties")) {
            packed.load(Objects.requireNonNull(in, "suite.properties is missing from the class path"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.getProperty("version");
    }
}

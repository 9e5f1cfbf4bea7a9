package io.github.servicelinkage.stub.fault;

import io.github.servicelinkage.stub.exchange.Bytes;
import io.github.servicelinkage.stub.exchange.Request;
import io.github.servicelinkage.stub.exchange.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** Compressed responses (RFC 9110 §8.4). */
final class Gzip {
    static final String CONTENT_ENCODING = "Content-Encoding";
    private static final String GZIP = "gzip";

    private Gzip() {}

    /** Whether a request asks for compression. */
    static boolean isWelcome(Request request) {
        return request.headers().all("Accept-Encoding").stream().anyMatch(codings -> codings.contains(GZIP));
    }

    /** The response, compressed and labelled; one without a body stays as it is. */
    static Response applied(Response response) {
        return response.body().length() == 0
                ? response
                : response.withBody(compressed(response.body()))
                        .withHeader(CONTENT_ENCODING, GZIP)
                        .withHeader("Vary", "Accept-Encoding");
    }

    private static Bytes compressed(Bytes body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body.array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Bytes.of(bytes.toByteArray());
    }
}

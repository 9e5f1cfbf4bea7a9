package io.github.servicelinkage.conformance.exchange;

import io.github.servicelinkage.conformance.exchange.Exchange.Failure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Undoes the content codings of a body: to a request without Accept-Encoding every one is acceptable (RFC 9110 §12.5.3). */
final class ContentCoding {
    private static final int LONGEST_DECODED = 2 << 20;
    private static final int MOST_CODINGS = 3;

    private ContentCoding() {}

    /**
     * The body without its codings; empty, if one of them is unknown or was not kept to.
     *
     * @param contentEncoding the values of the header field, in the order in which the codings were applied
     * @throws Unanswered if it is longer than anybody can want
     */
    static Optional<byte[]> decoded(byte[] body, List<String> contentEncoding) throws Unanswered {
        List<String> codings = contentEncoding.stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .map(coding -> coding.strip().toLowerCase(Locale.ROOT))
                .filter(coding -> !coding.isEmpty() && !coding.equals("identity"))
                .collect(Collectors.toList());
        if (body.length == 0) {
            return Optional.of(body);
        }
        if (codings.size() > MOST_CODINGS) {
            return Optional.empty();
        }
        Collections.reverse(codings);
        byte[] decoded = body;
        try {
            for (String coding : codings) {
                decoded = decoded(decoded, coding);
            }
            return Optional.of(decoded);
        } catch (Unanswered e) {
            throw e;
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static byte[] decoded(byte[] body, String coding) throws IOException {
        return switch (coding) {
            case "gzip", "x-gzip" -> read(new GZIPInputStream(new ByteArrayInputStream(body)));
            case "deflate" -> inflated(body);
            default -> throw new IOException("unknown coding");
        };
    }

    /** In the format of zlib, or without it, as some servers do wrongly (RFC 9110 §8.4.1.2). */
    private static byte[] inflated(byte[] body) throws IOException {
        if (body.length == 0) {
            return body;
        }
        boolean isZlib = (body[0] & 0x0F) == 8 && body.length > 1 && ((body[0] & 0xFF) << 8 | body[1] & 0xFF) % 31 == 0;
        Inflater inflater = new Inflater(!isZlib);
        try {
            return read(new InflaterInputStream(new ByteArrayInputStream(body), inflater));
        } finally {
            inflater.end();
        }
    }

    private static byte[] read(InputStream in) throws IOException {
        byte[] read = in.readNBytes(LONGEST_DECODED + 1);
        if (read.length > LONGEST_DECODED) {
            throw new Unanswered(Failure.TOO_LARGE);
        }
        return read;
    }
}

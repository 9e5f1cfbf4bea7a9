package io.github.servicelinkage.conformance.exchange;

import io.github.servicelinkage.conformance.exchange.Exchange.Failure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http2.hpack.HPackDecoder;
import org.apache.hc.core5.http2.hpack.HPackEncoder;
import org.apache.hc.core5.http2.hpack.HeaderListConstraintException;
import org.apache.hc.core5.util.ByteArrayBuffer;

/** The header compression of a connection (RFC 7541), which every block of it takes part in. */
final class Http2Block {
    /** Bytes of a block, and of the fields in it as RFC 9113 §6.5.2 counts them. */
    static final int LONGEST = 1 << 20;

    private static final int TABLE = 4096;
    /** From here on the table of what is sent is empty, as every field goes literally; a decoder may count on being told. */
    private static final int EMPTY_TABLE = 0x20;

    private final HPackDecoder decoder = new HPackDecoder(TABLE, StandardCharsets.ISO_8859_1);
    private final HPackEncoder encoder = new HPackEncoder(TABLE, StandardCharsets.ISO_8859_1);
    private boolean begun;

    Http2Block() {
        decoder.setMaxListSize(LONGEST);
    }

    ByteArrayBuffer encoded(List<Header> fields) throws IOException {
        ByteArrayBuffer block = new ByteArrayBuffer(1024);
        if (!begun) {
            block.append(EMPTY_TABLE);
            begun = true;
        }
        for (Header field : fields) {
            encoder.encodeHeader(block, field.name(), field.value(), true);
        }
        return block;
    }

    List<org.apache.hc.core5.http.Header> decoded(byte[] block) throws Unanswered, HttpException {
        try {
            return decoder.decodeHeaders(ByteBuffer.wrap(block));
        } catch (HeaderListConstraintException e) {
            throw new Unanswered(Failure.TOO_LARGE);
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            // The library believes the numbers in a block.
            throw new Unanswered(Failure.MALFORMED);
        }
    }
}

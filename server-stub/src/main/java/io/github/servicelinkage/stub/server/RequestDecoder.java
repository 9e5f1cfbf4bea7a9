package io.github.servicelinkage.stub.server;

import io.netty.handler.codec.http.HttpMessage;
import io.netty.util.AsciiString;
import io.vertx.core.http.Http1ServerConfig;
import io.vertx.core.http.impl.http1.VertxHttpRequestDecoder;

/**
 * Reads the requests of one connection as Vert.x does, but does not take what RFC 9112 calls an error: a field without a name (§5.1),
 * and a body with two lengths (§6.1, §6.3), the means of request smuggling. Limits the number of fields, since one of three bytes
 * takes a hundred in memory.
 */
final class RequestDecoder extends VertxHttpRequestDecoder {
    /** Ten times as many as browsers send. */
    static final int MAX_FIELDS = 200;

    private final Flow flow;
    private int fields;

    RequestDecoder(int maxHeadBytes, Flow flow) {
        super(new Http1ServerConfig().setMaxInitialLineLength(maxHeadBytes).setMaxHeaderSize(maxHeadBytes));
        this.flow = flow;
    }

    @Override
    protected HttpMessage createMessage(String[] requestLine) {
        fields = 0;
        flow.requestBegan();
        return super.createMessage(requestLine);
    }

    @Override
    protected AsciiString splitHeaderName(byte[] line, int start, int length) {
        if (length == 0 || ++fields > MAX_FIELDS) {
            throw new IllegalArgumentException("header field");
        }
        flow.fieldRead();
        return super.splitHeaderName(line, start, length);
    }

    @Override
    protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
        throw new IllegalArgumentException("Content-Length and Transfer-Encoding");
    }
}

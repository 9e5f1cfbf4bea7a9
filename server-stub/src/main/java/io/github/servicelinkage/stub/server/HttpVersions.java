package io.github.servicelinkage.stub.server;

import io.github.servicelinkage.stub.api.ServiceLinkageApi.ErrorResponse;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.http1.Http1ServerConnection;

/**
 * Treats a later HTTP/1 as HTTP/1.1, and marks requests of other versions as unreadable (RFC 9110 §2.5). Without it Vert.x responds
 * with 501 in the requested version.
 */
@Sharable
final class HttpVersions extends ChannelInboundHandlerAdapter {
    private static final HttpVersions HANDLER = new HttpVersions();

    /** Why a request of another version cannot be read. */
    static final class NotSupported extends Exception {
        private static final long serialVersionUID = 1L;

        private NotSupported() {
            super("HTTP version not supported", null, false, false);
        }
    }

    private HttpVersions() {}

    /** Checks the versions of all requests of this connection. */
    static void watch(HttpConnection connection) {
        if (connection instanceof Http1ServerConnection internal) {
            // Vert.x has no public way to see a request before it does.
            ChannelHandlerContext vertx = internal.channelHandlerContext();
            vertx.pipeline().addBefore(vertx.name(), "versions", HANDLER);
        }
    }

    /** The response to a request that cannot be read. */
    static ErrorResponse error(HttpServerRequest request) {
        return request.decoderResult().cause() instanceof NotSupported
                ? ErrorResponse.HTTP_VERSION_NOT_SUPPORTED
                : ErrorResponse.BAD_REQUEST;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request && !isKnown(request.protocolVersion())) {
            HttpVersion version = request.protocolVersion();
            request.setProtocolVersion(HttpVersion.HTTP_1_1);
            boolean understood = version.protocolName().equals("HTTP") && version.majorVersion() == 1;
            if (!understood && request.decoderResult().isSuccess()) {
                request.setDecoderResult(DecoderResult.failure(new NotSupported()));
            }
        }
        context.fireChannelRead(message);
    }

    private static boolean isKnown(HttpVersion version) {
        // By identity, as Vert.x does: the decoder creates another instance for http/1.1.
        return version == HttpVersion.HTTP_1_1 || version == HttpVersion.HTTP_1_0;
    }
}

package io.github.servicelinkage.stub.server;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What RFC 9110 and RFC 9112 ask of a request beside its syntax, between the decoder and Vert.x on each HTTP/1 connection: a request
 * that breaks a rule is marked as unreadable, and nothing after it is read. Tells the {@link Flow} of the connection where requests
 * and responses end.
 */
final class RequestRules extends ChannelDuplexHandler {
    /** uri-host and port of RFC 3986 §3.2: a name or an IPv4 address, or an IPv6 address in brackets; may be empty (RFC 9112 §3.2). */
    private static final Pattern HOST = Pattern.compile(
            "(?:\\[[0-9A-Fa-f:.]{2,45}]|(?:[A-Za-z0-9._~!$&'()*+,;=-]|%[0-9A-Fa-f]{2}){0,1024}+)(?::[0-9]{0,5})?");

    private static final Pattern TOKENS =
            Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+(?:[ \t]*,[ \t]*[!#$%&'*+.^_`|~0-9A-Za-z-]+)*");
    private static final String CHUNKED = "chunked";

    private final Flow flow;
    private boolean refused;
    /** The last one that was seen to be right: nearly always that of the next request, too. */
    private String host = "";

    /** Why a request is marked as unreadable. */
    static final class Broken extends Exception {
        private static final long serialVersionUID = 1L;

        private final Refusal refusal;

        private Broken(Refusal refusal) {
            super(refusal.name(), null, false, false);
            this.refusal = refusal;
        }
    }

    RequestRules(Flow flow) {
        this.flow = flow;
    }

    /** Whether a request was refused, so that nothing after it is read. */
    boolean isRefused() {
        return refused;
    }

    /** The response to a request that cannot be read. */
    static Refusal refusal(HttpServerRequest request) {
        return request.decoderResult().cause() instanceof Broken broken ? broken.refusal : Refusal.MALFORMED;
    }

    /** Whether a part of a body says that the rest of it cannot be read: no other part is empty. */
    static boolean isBroken(HttpServerRequest request, Buffer part) {
        return part.length() == 0 && request.version() != io.vertx.core.http.HttpVersion.HTTP_2;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (refused) {
            ReferenceCountUtil.release(message);
            return;
        }
        Object passed = message;
        if (message instanceof HttpRequest request) {
            flow.headEnded();
            check(request);
            refused = request.decoderResult().isFailure();
        } else if (message instanceof HttpContent content
                && content.decoderResult().isFailure()) {
            // Vert.x would close the connection without a response.
            content.release();
            refused = true;
            passed = new DefaultHttpContent(Unpooled.EMPTY_BUFFER);
        } else if (message instanceof LastHttpContent last && !last.content().isReadable()) {
            // With trailers, which nobody reads; Vert.x would hand it on as an empty part.
            last.release();
            passed = LastHttpContent.EMPTY_LAST_CONTENT;
        }
        if (passed instanceof LastHttpContent) {
            flow.requestEnded();
        }
        context.fireChannelRead(passed);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        context.write(message, promise);
        if (message instanceof LastHttpContent
                && !(message instanceof HttpResponse interim
                        && interim.status().codeClass() == HttpStatusClass.INFORMATIONAL)) {
            flow.responseEnded();
        }
    }

    private void check(HttpRequest request) {
        HttpVersion version = request.protocolVersion();
        // By identity, as Vert.x does. A later minor version is read as HTTP/1.1 (RFC 9110 §2.5).
        if (version != HttpVersion.HTTP_1_1 && version != HttpVersion.HTTP_1_0) {
            request.setProtocolVersion(HttpVersion.HTTP_1_1);
        }
        if (request.decoderResult().isSuccess()) {
            Refusal refusal = refusal(request, version);
            if (refusal != null) {
                request.setDecoderResult(DecoderResult.failure(new Broken(refusal)));
            }
        }
    }

    private @Nullable Refusal refusal(HttpRequest request, HttpVersion version) {
        if (!version.protocolName().equals("HTTP") || version.majorVersion() != 1) {
            return Refusal.OTHER_VERSION;
        }
        if (isAuthority(request.uri()) && !request.method().equals(HttpMethod.CONNECT)) {
            return Refusal.MALFORMED;
        }
        HttpHeaders fields = request.headers();
        // The decoder makes another instance of a version that is written differently, such as http/1.1.
        boolean odd = version.equals(HttpVersion.HTTP_1_1) && version != HttpVersion.HTTP_1_1
                || version.equals(HttpVersion.HTTP_1_0) && version != HttpVersion.HTTP_1_0;
        if (odd || !isOneHost(fields.getAll(HttpHeaderNames.HOST), version.minorVersion() == 0)) {
            return Refusal.MALFORMED;
        }
        return fields.contains(HttpHeaderNames.TRANSFER_ENCODING)
                ? coding(fields.getAll(HttpHeaderNames.TRANSFER_ENCODING), version)
                : null;
    }

    /** Neither a path nor a whole URI nor the asterisk: only CONNECT has such a target (RFC 9112 §3.2.3). */
    private static boolean isAuthority(String target) {
        return !target.startsWith("/") && !target.equals("*") && !target.contains("://");
    }

    /** Exactly one, which HTTP/1.0 need not have (RFC 9112 §3.2). */
    private boolean isOneHost(List<String> hosts, boolean optional) {
        if (hosts.size() != 1) {
            return optional && hosts.isEmpty();
        }
        String given = hosts.get(0);
        if (!given.equals(host) && !HOST.matcher(given).matches()) {
            return false;
        }
        host = given;
        return true;
    }

    /** HTTP/1.0 has no transfer codings, and chunked may be there only once; that it is the last one, the decoder has seen (RFC 9112 §6). */
    private static @Nullable Refusal coding(List<String> codings, HttpVersion version) {
        if (codings.size() == 1 && codings.get(0).equalsIgnoreCase(CHUNKED)) {
            return version.minorVersion() == 0 ? Refusal.MALFORMED : null;
        }
        String all = String.join(",", codings);
        boolean onlyChunked = List.of(all.split("[ \t]*,[ \t]*")).stream().allMatch(CHUNKED::equalsIgnoreCase);
        return onlyChunked
                        || version.minorVersion() == 0
                        || !TOKENS.matcher(all).matches()
                ? Refusal.MALFORMED
                : Refusal.CODED;
    }
}

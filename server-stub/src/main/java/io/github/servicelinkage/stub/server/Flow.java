package io.github.servicelinkage.stub.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What one connection may take of the memory. Its bytes come to the decoder in small parts, and none come while a response is
 * outstanding or not yet taken (RFC 9112 §9.3.2 allows it): a caller who does not read is not read either. What waits, in or out, is
 * taken from a memory that all connections share; whoever gets none is disconnected. A caller who ends his side still gets his
 * response. Not thread-safe: everything happens on the event loop.
 */
final class Flow extends ChannelDuplexHandler {
    private static final String FLOW = "flow";
    private static final int MOST_READ_BYTES = 8 * 1024;
    /** Holds any request without a large body, and not too many of those that are pipelined. */
    private static final int PART_BYTES = 1024;
    /** Written but not taken: more than a response, less than many callers could fill the memory with. */
    private static final WriteBufferWaterMark UNTAKEN = new WriteBufferWaterMark(1, 32 * 1024);
    /** What a connection takes besides, once something waits: objects, and a read buffer that a single byte keeps. */
    private static final int BASE_BYTES = 4 * 1024;

    private static final int FIELD_BYTES = 200;

    private final Channel channel;
    private final Memory memory;
    private final boolean http1;
    private final Deque<ByteBuf> waiting = new ArrayDeque<>();
    private ChannelHandlerContext context;
    private int unanswered;
    private int headBytes;
    private int fields;
    private boolean begun;
    private boolean dropping;
    private boolean inBody;
    private boolean handing;
    private boolean reading;
    private long taken;

    private Flow(ChannelHandlerContext end, Memory memory, boolean http1) {
        channel = end.channel();
        context = end;
        this.memory = memory;
        this.http1 = http1;
    }

    /** Controls a new connection, of which nothing has been read yet. */
    static void control(HttpConnection connection, Memory memory, int maxHeadBytes) {
        // Vert.x has no public way to see a request before it does.
        ChannelHandlerContext vertx = ((ConnectionBase) connection).channelHandlerContext();
        boolean http1 = connection.protocolVersion() != HttpVersion.HTTP_2;
        Flow flow = new Flow(vertx, memory, http1);
        vertx.channel().config().setRecvByteBufAllocator(new AdaptiveRecvByteBufAllocator(512, 2_048, MOST_READ_BYTES));
        vertx.channel().config().setWriteBufferWaterMark(UNTAKEN);
        if (http1) {
            RequestRules rules = new RequestRules(flow);
            LingeringClose lingering = new LingeringClose(() -> flow.begun || rules.isRefused(), flow::drop);
            vertx.channel().config().setOption(ChannelOption.ALLOW_HALF_CLOSURE, true);
            vertx.pipeline().replace("httpDecoder", "httpDecoder", new RequestDecoder(maxHeadBytes, flow));
            vertx.pipeline().addBefore("httpDecoder", FLOW, flow);
            vertx.pipeline().addBefore(FLOW, "lingering", lingering);
            vertx.pipeline().addBefore(vertx.name(), "rules", rules);
        } else {
            vertx.pipeline().addBefore(vertx.name(), FLOW, flow);
        }
    }

    /** Closes a connection even if its caller does not take what was written. */
    static void closeNow(HttpConnection connection) {
        ChannelPipeline pipeline =
                ((ConnectionBase) connection).channelHandlerContext().pipeline();
        String outermost = pipeline.get("lingering") == null ? FLOW : "lingering";
        if (pipeline.get(outermost) != null) {
            pipeline.context(outermost).close();
        }
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext removed) {
        waiting.forEach(ByteBuf::release);
        waiting.clear();
        memory.giveBack(taken);
        taken = 0;
    }

    @Override
    public void channelRead(ChannelHandlerContext reader, Object message) {
        reading = true;
        waiting.add((ByteBuf) message);
        hand();
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext reader) {
        reading = false;
        // Writes what was responded; only what is left of it waits.
        reader.fireChannelReadComplete();
        account();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext changed) {
        changed.fireChannelWritabilityChanged();
        goOn();
    }

    /** Vert.x resumes reading when it has nothing left to do, whatever the state of the connection. */
    @Override
    public void read(ChannelHandlerContext reader) {
        if (isBlocked()) {
            channel.config().setAutoRead(false);
        } else {
            reader.read();
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext source, Object event) {
        source.fireUserEventTriggered(event);
        if (event instanceof ChannelInputShutdownEvent) {
            // Nothing is outstanding, or the end would not have been read; but something may not have been taken yet.
            source.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext source, Throwable cause) {
        if (cause instanceof OutOfMemoryError) {
            source.close();
        } else {
            source.fireExceptionCaught(cause);
        }
    }

    /** A request line was read. */
    void requestBegan() {
        begun = true;
    }

    /** A header field was read. */
    void fieldRead() {
        fields++;
    }

    /** Whatever comes is dropped. */
    void drop() {
        dropping = true;
    }

    /** A head was read to its end. */
    void headEnded() {
        inBody = true;
    }

    /** A request was read to its end. */
    void requestEnded() {
        begun = false;
        inBody = false;
        unanswered++;
    }

    /** A response was written to its end. */
    void responseEnded() {
        if (unanswered > 0 && --unanswered == 0) {
            if (!begun) {
                headBytes = 0;
                fields = 0;
            }
            goOn();
        }
    }

    private boolean isBlocked() {
        return !dropping && (unanswered > 0 || !channel.isWritable());
    }

    /** Hands on what waits, later: this is called from within a write. */
    private void goOn() {
        if (!handing
                && !isBlocked()
                && (!waiting.isEmpty() || taken > 0 || !channel.config().isAutoRead())) {
            context.executor().execute(this::hand);
        }
    }

    private void hand() {
        if (handing || context.isRemoved()) {
            return;
        }
        handing = true;
        while (!waiting.isEmpty() && !isBlocked()) {
            ByteBuf first = waiting.element();
            int length = Math.min(first.readableBytes(), PART_BYTES);
            boolean last = length == first.readableBytes();
            headBytes += http1 && !inBody ? length : 0;
            context.fireChannelRead(last ? waiting.remove() : first.readRetainedSlice(length));
        }
        handing = false;
        if (!reading) {
            channelReadComplete(context);
        }
        channel.config().setAutoRead(!isBlocked());
    }

    private void account() {
        long now = untaken(channel);
        if (begun || headBytes > 0 || isBlocked()) {
            // A text of one byte per character is kept beside the bytes that it was read from.
            now += BASE_BYTES + 2L * headBytes + (long) FIELD_BYTES * fields;
        }
        for (ByteBuf part : waiting) {
            now += part.readableBytes();
        }
        if (now == taken) {
            return;
        }
        memory.giveBack(taken);
        taken = 0;
        if (memory.take(now)) {
            taken = now;
        } else {
            context.close();
        }
    }

    /** How many bytes were written that the caller has not taken yet. */
    static long untaken(Channel channel) {
        ChannelOutboundBuffer buffer = channel.unsafe().outboundBuffer();
        return buffer == null ? 0 : buffer.totalPendingWriteBytes();
    }
}

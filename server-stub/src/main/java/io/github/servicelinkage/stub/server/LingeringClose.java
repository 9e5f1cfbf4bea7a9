package io.github.servicelinkage.stub.server;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection in the middle of a request in two steps, as RFC 9112 §9.6 advises: what its caller goes on sending is read and
 * dropped for a moment. A system that closes a connection with unread bytes resets it, and that costs the caller the response.
 */
final class LingeringClose extends ChannelDuplexHandler {
    private static final long MOMENT_MILLIS = 1_000;

    private final BooleanSupplier inTheMiddle;
    private @Nullable ChannelPromise closing;

    /**
     * For one connection.
     *
     * @param inTheMiddle whether its caller may still be sending
     */
    LingeringClose(BooleanSupplier inTheMiddle) {
        this.inTheMiddle = inTheMiddle;
    }

    @Override
    public void close(ChannelHandlerContext context, ChannelPromise promise) {
        if (closing != null) {
            context.channel().closeFuture().addListener(closed -> promise.trySuccess());
            return;
        }
        boolean taken = context.channel().unsafe().outboundBuffer() != null
                && context.channel().unsafe().outboundBuffer().totalPendingWriteBytes() == 0;
        if (!inTheMiddle.getAsBoolean()
                || !taken
                || !(context.channel() instanceof DuplexChannel channel)
                || channel.isInputShutdown()) {
            context.close(promise);
            return;
        }
        closing = promise;
        if (context.pipeline().first() == this) {
            // With TLS, only the end of the whole connection is known to all.
            channel.shutdownOutput();
        }
        channel.config().setAutoRead(true);
        context.executor()
                .schedule(
                        () -> {
                            if (channel.isOpen()) {
                                context.close(promise);
                            }
                        },
                        MOMENT_MILLIS,
                        TimeUnit.MILLISECONDS);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (closing == null) {
            context.fireChannelRead(message);
        } else {
            ReferenceCountUtil.release(message);
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (closing != null && event instanceof ChannelInputShutdownEvent) {
            context.close(closing);
        } else {
            context.fireUserEventTriggered(event);
        }
    }
}

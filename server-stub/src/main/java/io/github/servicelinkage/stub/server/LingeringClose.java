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
    private final Runnable dropping;
    private @Nullable ChannelPromise closing;

    /**
     * For one connection.
     *
     * @param inTheMiddle whether its caller may still be sending
     * @param dropping called when everything is dropped from now on
     */
    LingeringClose(BooleanSupplier inTheMiddle, Runnable dropping) {
        this.inTheMiddle = inTheMiddle;
        this.dropping = dropping;
    }

    @Override
    public void close(ChannelHandlerContext context, ChannelPromise promise) {
        if (closing != null) {
            context.channel().closeFuture().addListener(closed -> promise.trySuccess());
            return;
        }
        if (!inTheMiddle.getAsBoolean()
                || !(context.channel() instanceof DuplexChannel channel)
                || channel.isInputShutdown()) {
            context.close(promise);
            return;
        }
        closing = promise;
        dropping.run();
        channel.config().setAutoRead(true);
        // Later: the response may be on its way out just now. With TLS, only the end of the whole connection is known
        // to all.
        if (context.pipeline().first() == this) {
            context.executor().execute(channel::shutdownOutput);
        }
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

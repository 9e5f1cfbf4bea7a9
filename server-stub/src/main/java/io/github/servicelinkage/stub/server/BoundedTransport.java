package io.github.servicelinkage.stub.server;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.InternetProtocolFamily;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.vertx.core.spi.transport.Transport;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Accepts connections only while there are file descriptors for them; the others wait in the queue of the system. The event loops may
 * be slower than the thread that accepts, and without a descriptor that one would pause for a second, with a stack trace.
 *
 * @param nio whose everything else is
 * @param most how many connections there may be, with those that are about to be closed
 */
record BoundedTransport(Transport nio, int most) implements Transport, io.vertx.core.transport.Transport {

    /** Of the JDK's sockets. */
    BoundedTransport(int most) {
        this(NIO.implementation(), most);
    }

    private static final class Acceptor extends NioServerSocketChannel {
        private final AtomicInteger open = new AtomicInteger();
        private final int most;

        Acceptor(int most) {
            this.most = most;
        }

        @Override
        protected int doReadMessages(List<Object> accepted) throws Exception {
            if (open.get() >= most) {
                config().setAutoRead(false);
                goOn();
                return 0;
            }
            int count = super.doReadMessages(accepted);
            if (count > 0) {
                open.incrementAndGet();
                Channel connection = (Channel) accepted.get(accepted.size() - 1);
                connection.closeFuture().addListener(closed -> closed(connection));
            }
            return count;
        }

        /** The descriptor is free once the event loop has looked at its sockets again: before that, no scheduled task runs. */
        private void closed(Channel connection) {
            if (connection.isRegistered()) {
                connection.eventLoop().schedule(this::freed, 1, TimeUnit.MILLISECONDS);
            } else {
                freed();
            }
        }

        private void freed() {
            open.decrementAndGet();
            goOn();
        }

        private void goOn() {
            if (open.get() < most && !config().isAutoRead()) {
                config().setAutoRead(true);
            }
        }
    }

    @Override
    public ChannelFactory<? extends ServerChannel> serverChannelFactory(boolean domainSocket) {
        return domainSocket ? nio.serverChannelFactory(true) : () -> new Acceptor(most);
    }

    @Override
    public String name() {
        return NIO.name();
    }

    @Override
    public boolean available() {
        return true;
    }

    @Override
    public Throwable unavailabilityCause() {
        return nio.unavailabilityCause();
    }

    @Override
    public Transport implementation() {
        return this;
    }

    @Override
    public IoHandlerFactory ioHandlerFactory() {
        return nio.ioHandlerFactory();
    }

    @Override
    @SuppressWarnings("deprecation") // of the interface
    public DatagramChannel datagramChannel(InternetProtocolFamily family) {
        return nio.datagramChannel(family);
    }

    @Override
    public ChannelFactory<? extends DatagramChannel> datagramChannelFactory() {
        return nio.datagramChannelFactory();
    }

    @Override
    public ChannelFactory<? extends Channel> channelFactory(boolean domainSocket) {
        return nio.channelFactory(domainSocket);
    }
}

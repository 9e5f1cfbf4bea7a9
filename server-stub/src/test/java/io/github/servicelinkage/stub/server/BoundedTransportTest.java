package io.github.servicelinkage.stub.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BoundedTransportTest {
    private static final int MOST = 3;

    @Test
    void acceptsAConnectionWhenAnotherOneIsClosed() throws Exception {
        BlockingQueue<Object> accepted = new LinkedBlockingQueue<>();
        List<Socket> callers = new ArrayList<>();
        Vertx vertx = Vertx.builder().withTransport(new BoundedTransport(MOST)).build();
        try {
            NetServer server = vertx.createNetServer().connectHandler(accepted::add);
            int port = server.listen(0, "127.0.0.1")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(10, TimeUnit.SECONDS)
                    .actualPort();
            for (int number = 0; number < 3 * MOST; number++) {
                callers.add(new Socket("127.0.0.1", port));
            }
            take(MOST, accepted);
            assertThat(accepted.poll(300, TimeUnit.MILLISECONDS)).isNull();

            close(callers.subList(0, 1));
            take(1, accepted);
            assertThat(accepted.poll(300, TimeUnit.MILLISECONDS)).isNull();

            close(callers.subList(1, 2 * MOST));
            take(2 * MOST - 1, accepted);
        } finally {
            close(callers);
            vertx.close();
        }
    }

    private static void take(int count, BlockingQueue<Object> accepted) throws InterruptedException {
        for (int number = 0; number < count; number++) {
            assertThat(accepted.poll(10, TimeUnit.SECONDS)).isNotNull();
        }
    }

    private static void close(List<Socket> callers) throws IOException {
        for (Socket caller : callers) {
            caller.close();
        }
    }
}

package io.github.servicelinkage.stub.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.servicelinkage.stub.api.ServiceLinkageApi;
import io.github.servicelinkage.stub.mock.Call;
import io.github.servicelinkage.stub.mock.MockGateway;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Slow-loris: very many callers, each of which sends a byte now and then and never finishes. */
class SlowCallersTest {
    private static final int CALLERS = 2_000;

    private final List<SocketChannel> callers = new ArrayList<>();

    @AfterEach
    void hangUp() throws IOException {
        for (SocketChannel caller : callers) {
            caller.close();
        }
    }

    @Test
    void doNotStopAWellBehavedOneAndAreSentAway() throws IOException {
        Duration patience = Duration.ofSeconds(1);
        try (MockGateway gateway = MockGateway.builder().patience(patience).start()) {
            ByteBuffer request = request(gateway);
            URI url = gateway.url();
            for (int number = 0; number < CALLERS; number++) {
                SocketChannel caller = SocketChannel.open(new InetSocketAddress(url.getHost(), url.getPort()));
                caller.configureBlocking(false);
                callers.add(caller);
            }

            int position = 0;
            while (!callers.isEmpty() && position < request.limit() - 1) {
                trickle(request.slice(position++, 1));
                assertThat(respondsWithin(gateway, patience)).isTrue();
            }

            // Their bytes bought them no time: each was sent away before it came to its end.
            assertThat(callers).isEmpty();
        }
    }

    /** Each sends one more byte; whoever was sent away is forgotten. */
    private void trickle(ByteBuffer next) throws IOException {
        for (Iterator<SocketChannel> all = callers.iterator(); all.hasNext(); ) {
            SocketChannel caller = all.next();
            if (!sends(caller, next.duplicate())) {
                caller.close();
                all.remove();
            }
        }
    }

    private static boolean sends(SocketChannel caller, ByteBuffer next) {
        try {
            caller.write(next);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean respondsWithin(MockGateway gateway, Duration limit) {
        long start = System.nanoTime();
        boolean responded = IntStream.range(0, 5)
                .allMatch(number -> Call.registration(gateway).status() == 200);
        return responded && System.nanoTime() - start < limit.toNanos();
    }

    private static ByteBuffer request(MockGateway gateway) {
        String head = "POST %s/register/search HTTP/1.1\r\nHost: mock\r\nContent-Type: application/json\r\n"
                        .formatted(gateway.url().getPath())
                + "%s: %s\r\nContent-Length: 1000\r\n\r\n"
                        .formatted(ServiceLinkageApi.API_KEY_HEADER, gateway.apiKey());
        return ByteBuffer.wrap((head + " ".repeat(1_000)).getBytes(StandardCharsets.UTF_8));
    }
}

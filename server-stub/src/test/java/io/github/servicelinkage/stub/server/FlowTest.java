package io.github.servicelinkage.stub.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.servicelinkage.stub.api.ServiceLinkageApi;
import io.github.servicelinkage.stub.mock.Call;
import io.github.servicelinkage.stub.mock.MockGateway;
import io.github.servicelinkage.stub.mock.RawConnection;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Callers who do not read, and callers who have nothing more to say. */
class FlowTest {
    /** More than the buffers of the system hold. */
    private static final int SENT = 64 << 20;

    private static MockGateway gateway;

    @BeforeAll
    static void start() throws IOException {
        gateway = MockGateway.builder().start();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/metrics", "/health", "/nowhere"})
    void aCallerWhoDoesNotReadIsNotRead(String path) throws IOException {
        InetSocketAddress address =
                new InetSocketAddress(gateway.url().getHost(), gateway.url().getPort());
        try (SocketChannel caller = SocketChannel.open(address);
                Selector selector = Selector.open()) {
            caller.configureBlocking(false);
            caller.register(selector, SelectionKey.OP_WRITE);

            assertThat(sent(caller, selector, path)).isLessThan(SENT);
            assertThat(Call.registration(gateway).status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"delay 0ms", "delay 300ms", "slow"})
    void aCallerWhoHasEndedHisSideGetsHisResponse(String scenario) throws IOException {
        try (RawConnection connection = new RawConnection(gateway)) {
            String response = connection
                    .sendHead(MockGateway.SCENARIO_HEADER + ": " + scenario)
                    .send("\r\n" + ServiceLinkageApi.PERSON_REQUEST)
                    .end()
                    .receiveAll();

            assertThat(response).startsWith("HTTP/1.1 200 ").endsWith("}");
        }
    }

    @Test
    void aCallerWhoHasEndedHisSideGetsAllResponses() throws IOException {
        try (RawConnection connection = new RawConnection(gateway)) {
            String responses = connection
                    .send("GET /metrics HTTP/1.1\r\nHost: a\r\n\r\n".repeat(500))
                    .end()
                    .receiveAll();

            assertThat(responses.split("HTTP/1.1 200 ", -1)).hasSize(501);
        }
    }

    @Test
    void answersInOrderWhatIsSentAtOnce() throws IOException {
        try (RawConnection connection = new RawConnection(gateway)) {
            for (int number = 0; number < 30; number++) {
                connection
                        .sendHead(MockGateway.SCENARIO_HEADER + ": delay " + (30 - number) + "ms")
                        .send("\r\n" + ServiceLinkageApi.PERSON_REQUEST)
                        .send("GET /" + number + " HTTP/1.1\r\nHost: a\r\n\r\n");
            }
            String responses = connection.end().receiveAll();

            assertThat(responses.split("HTTP/1.1 200 ", -1))
                    .hasSize(31)
                    .allSatisfy(response ->
                            assertThat(response.split("HTTP/1.1 404 ", -1)).hasSizeLessThanOrEqualTo(2));
        }
    }

    /** How many bytes the gateway takes, until it takes none for a while. */
    private static long sent(SocketChannel caller, Selector selector, String path) throws IOException {
        ByteBuffer requests = ByteBuffer.wrap(
                ("GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n").repeat(1_000).getBytes(StandardCharsets.US_ASCII));
        long sent = 0;
        while (sent < SENT && selector.select(2_000) > 0) {
            selector.selectedKeys().clear();
            sent += caller.write(requests);
            if (!requests.hasRemaining()) {
                requests.rewind();
            }
        }
        return sent;
    }
}

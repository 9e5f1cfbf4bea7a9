package io.github.servicelinkage.stub.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.servicelinkage.stub.api.ServiceLinkageApi;
import io.github.servicelinkage.stub.mock.Call;
import io.github.servicelinkage.stub.mock.MockGateway;
import io.github.servicelinkage.stub.mock.RawConnection;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerLifeTest {
    @Test
    @EnabledOnOs(OS.LINUX) // elsewhere the loopback interface has one address only
    void isReachedOnTheLoopbackAddressUnlessOpened() throws IOException {
        try (MockGateway gateway = MockGateway.builder().start();
                MockGateway open = MockGateway.builder().host("0.0.0.0").start()) {
            assertThat(open.url().getHost()).isEqualTo("127.0.0.1");
            assertThat(Call.registration(open).status()).isEqualTo(200);
            new Socket("127.0.0.2", open.url().getPort()).close();
            assertThatThrownBy(() -> new Socket("127.0.0.2", gateway.url().getPort()).close())
                    .isInstanceOf(ConnectException.class);
        }
    }

    @Test
    void respondsToAnOversizedHeadInTheEnvelope() throws IOException {
        try (MockGateway gateway = MockGateway.builder().start();
                RawConnection connection = new RawConnection(gateway)) {
            String response =
                    connection.sendHead("X: " + "x".repeat(20_000)).send("\r\n").receiveAll();

            assertThat(response).startsWith("HTTP/1.1 400 ").contains("\"category\":\"op-apim\"");
        }
    }

    @Test
    void respondsToACallerWhoIsStillSending() throws IOException {
        try (MockGateway gateway = MockGateway.builder().start();
                RawConnection connection = new RawConnection(gateway)) {
            String response = connection
                    .send("GET / HTTP/1.1\r\n\r\n" + "x".repeat(8 << 20))
                    .end()
                    .receiveAll();

            assertThat(response).startsWith("HTTP/1.1 400 ").endsWith("}");
        }
    }

    @Test
    void respondsToWhatIsNoHttpInTheEnvelope() throws IOException {
        try (MockGateway gateway = MockGateway.builder().start();
                RawConnection connection = new RawConnection(gateway)) {
            assertThat(connection.send("hello, world\r\n\r\n").receiveAll())
                    .contains(" 400 Bad Request")
                    .contains("\"category\":\"op-apim\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/2.0", "HTTP/0.9", "HTTP/9.9", "RTSP/1.0"})
    void respondsToAnotherVersionInTheEnvelope(String version) throws IOException {
        try (MockGateway gateway = MockGateway.builder().start();
                RawConnection connection = new RawConnection(gateway)) {
            assertThat(connection.send("GET /health " + version + "\r\n\r\n").receiveAll())
                    .startsWith("HTTP/1.1 505 ")
                    .contains("\"code\":505");
        }
    }

    @Test
    void takesALaterMinorVersionForItsOwn() throws IOException {
        try (MockGateway gateway = MockGateway.builder().start();
                RawConnection connection = new RawConnection(gateway)) {
            assertThat(connection
                            .send("GET /health HTTP/1.7\r\nHost: mock\r\nConnection: close\r\n\r\n")
                            .receiveAll())
                    .startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void tellsWhoeverExpectsItToContinue() throws IOException {
        try (MockGateway gateway = MockGateway.builder().start();
                RawConnection connection = new RawConnection(gateway)) {
            assertThat(connection.sendHead("Expect: 100-continue").send("\r\n").receive())
                    .startsWith("HTTP/1.1 100 ");
            assertThat(connection.send(ServiceLinkageApi.PERSON_REQUEST).receive())
                    .startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void givesUpOnACallerWhoNeverFinishes() throws IOException {
        try (MockGateway gateway =
                        MockGateway.builder().patience(Duration.ofMillis(200)).start();
                RawConnection silent = new RawConnection(gateway);
                RawConnection headOnly = new RawConnection(gateway);
                RawConnection bodyUnfinished = new RawConnection(gateway)) {
            headOnly.send("POST / HTTP/1.1\r\n");
            bodyUnfinished.sendHead().send("\r\n{");

            assertThat(silent.receiveAll()).isEmpty();
            assertThat(headOnly.receiveAll()).isEmpty();
            assertThat(bodyUnfinished.receiveAll()).startsWith("HTTP/1.1 408 ").contains("\"code\":408");
        }
    }

    @Test
    void doesNotGiveUpOnACallerWhoWaitsForALateResponse() throws IOException {
        try (MockGateway gateway =
                MockGateway.builder().patience(Duration.ofMillis(100)).start()) {
            assertThat(Call.registration(gateway)
                            .header(MockGateway.SCENARIO_HEADER, "delay 700ms")
                            .status())
                    .isEqualTo(200);
        }
    }

    /** The time in which a caller could not be read is not his. */
    @Test
    void doesNotGiveUpOnACallerWhomItCouldNotReadInTime() throws Exception {
        Duration patience = Duration.ofMillis(100);
        CountDownLatch blocking = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (MockGateway gateway = MockGateway.builder()
                        .patience(patience)
                        .observer((request, response, took) -> {
                            blocking.countDown();
                            await(goOn);
                        })
                        .start();
                RawConnection busy = new RawConnection(gateway)) {
            busy.sendHead().send("\r\n" + ServiceLinkageApi.PERSON_REQUEST);
            assertThat(blocking.await(5, TimeUnit.SECONDS)).isTrue();
            try (RawConnection other = new RawConnection(gateway)) {
                other.send("GET /health HTTP/1.1\r\nHost: mock\r\n\r\n");
                LockSupport.parkNanos(3 * patience.toNanos());
                goOn.countDown();

                assertThat(other.receive()).startsWith("HTTP/1.1 200 ");
            }
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void closesConnectionsBeyondTheLimit() throws IOException {
        try (MockGateway gateway = MockGateway.builder().maxConnections(1).start();
                RawConnection first = new RawConnection(gateway)) {
            first.sendHead().send("\r\n" + ServiceLinkageApi.PERSON_REQUEST);
            assertThat(first.receive()).startsWith("HTTP/1.1 200 ");
            try (RawConnection second = new RawConnection(gateway)) {
                assertThat(second.receive()).isEmpty();
            }
        }
    }

    @Test
    void makesRoomForACallerByClosingTheConnectionThatWasSilentLongest() throws IOException {
        try (MockGateway gateway =
                        MockGateway.builder().maxConnections(2).eventLoops(1).start();
                RawConnection first = new RawConnection(gateway);
                RawConnection second = new RawConnection(gateway);
                RawConnection third = new RawConnection(gateway)) {
            assertThat(first.receive()).isEmpty();
            for (RawConnection left : List.of(second, third)) {
                left.sendHead().send("\r\n" + ServiceLinkageApi.PERSON_REQUEST);
                assertThat(left.receive()).startsWith("HTTP/1.1 200 ");
            }
        }
    }

    @Test
    void finishesPendingResponsesWhenItStops() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        MockGateway gateway = MockGateway.builder()
                .observer((request, response, took) -> arrived.countDown())
                .start();
        CompletableFuture<Integer> call = CompletableFuture.supplyAsync(() -> Call.registration(gateway)
                .header(MockGateway.SCENARIO_HEADER, "delay 500ms")
                .status());
        assertThat(arrived.await(20, TimeUnit.SECONDS)).isTrue();

        gateway.close();
        gateway.close();

        assertThat(call.get(20, TimeUnit.SECONDS)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "POST /v1 HTTP/1.1\r\nHost: mock\r\n",
                "POST /v1 HTTP/1.1\r\nHost: mock\r\nContent-Length: 9\r\n\r\n{",
                "GET /health HTTP/1.1\r\nHost: mock\r\n\r\nPOST /v1 HTTP/1.1\r\nHost: mock\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{"
            })
    @Timeout(8) // less than the ten seconds that a pending response may take
    void waitsForNoUnfinishedRequestWhenItStops(String sent) throws IOException {
        MockGateway gateway = MockGateway.builder().start();
        try (RawConnection connection = new RawConnection(gateway)) {
            connection.send(sent);
            assertThat(Call.registration(gateway).status()).isEqualTo(200);

            gateway.close();

            assertThat(connection.receiveAll()).doesNotContain("HTTP/1.1 4");
        }
    }

    @Test
    @Timeout(60)
    void waitsForNoUnfinishedHandshakeWhenItStops(@TempDir Path folder) throws IOException {
        MockGateway gateway =
                MockGateway.builder().generatedTls(folder.resolve("ca.pem")).start();
        try (RawConnection silent = new RawConnection(gateway);
                RawConnection later = new RawConnection(gateway)) {
            silent.send("\u0016\u0003\u0001");
            later.send("no handshake").receiveAll();

            long start = System.nanoTime();
            gateway.close();

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void servesOnSeveralEventLoops() throws IOException {
        try (MockGateway gateway = MockGateway.builder().eventLoops(3).start()) {
            for (int number = 0; number < 9; number++) {
                try (RawConnection connection = new RawConnection(gateway)) {
                    connection.sendHead().send("\r\n" + ServiceLinkageApi.PERSON_REQUEST);
                    assertThat(connection.receive()).startsWith("HTTP/1.1 200 ");
                }
            }
        }
    }
}

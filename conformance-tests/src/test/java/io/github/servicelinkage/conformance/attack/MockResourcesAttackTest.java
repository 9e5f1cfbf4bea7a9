package io.github.servicelinkage.conformance.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Many callers who send the same and read nothing, to a mock gateway in a process of its own. Expected: how many callers, and how often
 * each sends; the next caller is served all the same, in bounded memory, and afterwards the process ends in time.
 */
@Tag("attack")
@ExtendWith(AttackTable.class)
@EnabledOnOs(OS.LINUX)
@Timeout(120)
class MockResourcesAttackTest {
    private static final String SMALL = "-Xss512k -Xmx96m -Xmn64m -XX:+ExitOnOutOfMemoryError";
    private static final String HEALTHY = "HTTP/1.1 200 OK";
    /** The heap of the launcher, as much again beside it, and the JVM. */
    private static final long MOST_MIB = 320;

    @TempDir
    private Path folder;

    private final List<SocketChannel> callers = new ArrayList<>();

    static Stream<Attack> attacks() {
        return Attack.of("mock-resources.yaml");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void servesTheNextCaller(Attack attack) throws Exception {
        String[] numbers = attack.expect().split(" callers, | times");
        try (MockProcess gateway = new MockProcess("ulimit -n 4096", SMALL, "")) {
            flood(gateway, attack.bytes(), Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));

            assertThat(gateway.health()).isEqualTo(HEALTHY);
            assertThat(gateway.memory()).isLessThan(MOST_MIB);
            assertThat(gateway.stopsWithin(20)).isTrue();
        } finally {
            hangUp();
        }
    }

    @Test
    void takesNoMoreMemoryWhereThereIsMore() throws Exception {
        try (MockProcess gateway = new MockProcess("ulimit -n 4096", "-Xmx4g", "")) {
            flood(
                    gateway,
                    "GET /metrics HTTP/1.1\r\nHost: a\r\n\r\n".repeat(20_000).getBytes(StandardCharsets.US_ASCII),
                    200,
                    20);

            assertThat(gateway.health()).isEqualTo(HEALTHY);
            assertThat(gateway.memory()).isLessThan(1_000);
        } finally {
            hangUp();
        }
    }

    @Test
    void survivesTheEndOfItsDescriptors() throws Exception {
        try (MockProcess gateway = new MockProcess("ulimit -n 256", SMALL, "")) {
            for (int caller = 0; caller < 600; caller++) {
                callers.add(gateway.connect());
            }
            hangUp();

            assertThat(gateway.health()).isEqualTo(HEALTHY);
        } finally {
            hangUp();
        }
    }

    @Test
    void keepsItsArchiveWholeWhenItCannotWriteOn() throws Exception {
        try (MockProcess gateway = new MockProcess("ulimit -f 100", SMALL, "--record '" + folder + "'")) {
            flood(
                    gateway,
                    "GET /x HTTP/1.1\r\nHost: a\r\n\r\n".repeat(1_000).getBytes(StandardCharsets.US_ASCII),
                    1,
                    1);
            assertThat(gateway.health()).isEqualTo(HEALTHY);
        } finally {
            hangUp();
        }
        try (Stream<Path> archives = Files.list(folder)) {
            JsonNode log = new ObjectMapper()
                    .readTree(archives.findFirst().orElseThrow().toFile())
                    .path("log");
            assertThat(log.path("entries")).hasSizeBetween(50, 999);
        }
    }

    @Test
    void servesWhoeverReadsItsLogOrNot() throws Exception {
        try (MockProcess gateway = new MockProcess(":", SMALL, "--access-log")) {
            SocketChannel caller = gateway.connect();
            callers.add(caller);
            byte[] requests = "GET /x HTTP/1.1\r\nHost: a\r\n\r\n".repeat(100).getBytes(StandardCharsets.US_ASCII);
            for (int round = 0; round < 300; round++) {
                MockProcess.send(caller, requests);
                caller.read(ByteBuffer.allocate(1 << 20));
            }

            assertThat(gateway.health()).isEqualTo(HEALTHY);
            assertThat(gateway.stopsWithin(20)).isTrue();
        } finally {
            hangUp();
        }
    }

    private void flood(MockProcess gateway, byte[] request, int number, int times) throws IOException {
        for (int caller = 0; caller < number; caller++) {
            callers.add(gateway.connect());
        }
        for (int time = 0; time < times; time++) {
            callers.forEach(caller -> MockProcess.send(caller, request));
        }
    }

    private void hangUp() throws IOException {
        for (SocketChannel caller : callers) {
            caller.close();
        }
        callers.clear();
    }
}

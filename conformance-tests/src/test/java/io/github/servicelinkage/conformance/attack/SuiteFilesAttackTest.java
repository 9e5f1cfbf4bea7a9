package io.github.servicelinkage.conformance.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.servicelinkage.stub.mock.MockGateway;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files that are odd, by the option that takes them. {@code {other}} is the port of a server that nobody may call, and {@code {pact:…}}
 * a pact with this request. The outcome is the exit code, and a part of what is said.
 */
@Tag("attack")
@ExtendWith(AttackTable.class)
class SuiteFilesAttackTest {
    private static final String PACT = """
            {"consumer":{"name":"c"},"provider":{"name":"p"},"interactions":[{"description":"d","request":%s,\
            "response":{"status":200}}],"metadata":{"pactSpecification":{"version":"2.0.0"}}}""";
    private static final AtomicInteger CALLS = new AtomicInteger();
    private static MockGateway mock;
    private static HostileServer front;
    private static HttpServer other;

    @TempDir
    private Path folder;

    static Stream<Attack> attacks() {
        return Attack.of("suite-files.yaml");
    }

    @BeforeAll
    static void start() throws Exception {
        mock = MockGateway.builder().start();
        other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> {
            CALLS.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        other.start();
        front = new HostileServer(Answer.through(mock.url()));
    }

    @AfterAll
    static void stop() throws Exception {
        front.close();
        mock.close();
        other.stop(0);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void isToldOrTaken(Attack attack) throws Exception {
        String option = attack.kind().split(" ")[0];
        String content = attack.text()
                .replace("{other}", String.valueOf(other.getAddress().getPort()));
        if (content.startsWith("{pact:")) {
            content = PACT.formatted(content.substring("{pact:".length(), content.length() - 1));
        }
        Path file = Files.write(folder.resolve("file.json"), new Attack("", "", content, "").bytes());
        boolean pact = option.equals("pacts");
        // A URL without a path, in which whatever a pact says would come right after the port.
        String url = (pact ? front.bareUrl() : front.url()).toString();
        SuiteRun run = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> SuiteRun.of(
                        folder.resolve("report"),
                        "verify",
                        "--url=" + url,
                        "--suite=" + (pact ? "pact" : "validation"),
                        "--only=" + (pact ? "LNK-PACT" : "LNK-AUTH-01,LNK-BIZ-03"),
                        "--" + option + "=" + file));

        String[] expected = attack.expect().split(" ", 2);
        String said = run.console().out() + run.console().err();
        assertThat(run.console().exitCode()).as(said).isEqualTo(Integer.parseInt(expected[0]));
        assertThat(said)
                .contains(expected.length > 1 ? expected[1] : "")
                .doesNotContain("itself failed", "Exception", "SECRET");
        run.isHarmless();
        assertThat(CALLS).as("calls of another server").hasValue(0);
    }
}

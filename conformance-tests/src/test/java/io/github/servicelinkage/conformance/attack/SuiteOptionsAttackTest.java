package io.github.servicelinkage.conformance.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.servicelinkage.conformance.cli.Console;
import io.github.servicelinkage.conformance.message.Harmless;
import io.github.servicelinkage.stub.mock.MockGateway;
import io.github.servicelinkage.testing.WithMockGateway;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Values of options and URLs that are odd. The input is an argument; {@code {port}} stands for the port of a mock gateway and {@code
 * {folder}} for a folder. The outcome is the exit code, and for wrong usage one sentence that contains the rest.
 */
@Tag("attack")
@ExtendWith(AttackTable.class)
@WithMockGateway
class SuiteOptionsAttackTest {
    @TempDir
    private Path folder;

    static Stream<Attack> attacks() {
        return Attack.of("suite-options.yaml");
    }

    /** An empty {@code --report} means the folder that the tests run in. */
    @AfterAll
    static void leaveNoReport() throws IOException {
        for (String report : List.of("report.html", "report.json", "report.md", "junit.xml")) {
            Files.deleteIfExists(Path.of(report));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void isToldOrTaken(Attack attack, MockGateway mock) {
        String argument = attack.text()
                .replace("{port}", String.valueOf(mock.url().getPort()))
                .replace("{folder}", folder.toString());
        Console console = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> argument.startsWith("--only")
                        ? Console.run("verify", argument)
                        : Console.run("verify", "--only=LNK-AUTH-01", argument));

        String[] expected = attack.expect().split(" ", 2);
        assertThat(console.exitCode()).as(console.out() + console.err()).isEqualTo(Integer.parseInt(expected[0]));
        assertThat(console.out() + console.err())
                .doesNotContain("itself failed", "internal error", "Exception", "SECRET");
        assertThat((console.out() + console.err())
                        .codePoints()
                        .filter(c -> c != '\n' && Harmless.isUnseen(c))
                        .toArray())
                .isEmpty();
        if (expected[0].equals("2")) {
            assertThat(console.err()).hasLineCount(1);
            assertThat(console.out()).isEmpty();
        }
        assertThat(console.out() + console.err()).contains(expected.length > 1 ? expected[1] : "");
    }
}

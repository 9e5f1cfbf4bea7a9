package io.github.servicelinkage.conformance.attack;

import io.github.servicelinkage.stub.mock.MockGateway;
import io.github.servicelinkage.testing.WithMockGateway;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A target answers with hostile bytes. The outcome is the exit codes that are right; whatever it is, the run ends by itself with all
 * reports, and nothing that it writes acts on whoever reads it.
 */
@Tag("attack")
@ExtendWith(AttackTable.class)
@WithMockGateway
class SuiteResponsesAttackTest {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    static Stream<Attack> attacks() {
        return Attack.of("suite-responses.yaml");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void endsAsItShould(Attack attack, MockGateway mock) throws Exception {
        Answer answer = Answer.of(attack);
        try (HostileServer gateway = new HostileServer(answer.after(2, mock.url()))) {
            boolean pact = attack.kind().startsWith("pact");
            SuiteRun run = Assertions.assertTimeoutPreemptively(
                    LONGEST,
                    () -> SuiteRun.of(
                            folder,
                            "verify",
                            "--url=" + gateway.url(),
                            "--timeout=1",
                            "--suite=" + (pact ? "pact" : "validation"),
                            "--only="
                                    + (pact
                                            ? "LNK-PACT"
                                            : "LNK-AUTH,LNK-ERR,LNK-PRIV,LNK-RES,LNK-HTTP-02,LNK-BEH-02")));
            run.isHarmless();
            run.endedWith(attack.expect());
        }
    }
}

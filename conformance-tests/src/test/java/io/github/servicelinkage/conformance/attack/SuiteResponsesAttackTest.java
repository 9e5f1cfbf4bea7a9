package io.github.servicelinkage.conformance.attack;

import io.github.servicelinkage.stub.mock.MockGateway;
import io.github.servicelinkage.testing.WithMockGateway;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
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
 *
 * <p>{@code {length}} is the length of the body. Signs before the input say how it is sent: {@code +} and then the right answer,
 * {@code !} and then an end of the connection, {@code .} by ten bytes in a second, {@code ~} and then what stands after {@code ~|}
 * without end.
 */
@Tag("attack")
@ExtendWith(AttackTable.class)
@WithMockGateway
class SuiteResponsesAttackTest {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Map<Character, Answer.How> HOW = Map.of(
            '+', Answer.How.THEN_THROUGH, '!', Answer.How.THEN_CLOSE, '.', Answer.How.DRIPPED, '~', Answer.How.ENDLESS);

    @TempDir
    private Path folder;

    static Stream<Attack> attacks() {
        return Attack.of("suite-responses.yaml");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void endsAsItShould(Attack attack, MockGateway mock) throws Exception {
        Answer answer = answer(attack);
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

    private static Answer answer(Attack attack) {
        byte[] bytes = withLength(attack.bytes());
        Answer.How how = HOW.getOrDefault(attack.input().charAt(0), Answer.How.PLAIN);
        String text = new String(
                bytes,
                how == Answer.How.PLAIN ? 0 : 1,
                bytes.length - (how == Answer.How.PLAIN ? 0 : 1),
                StandardCharsets.ISO_8859_1);
        int again = how == Answer.How.ENDLESS ? text.indexOf("~|") : text.length();
        return new Answer(
                how,
                text.substring(0, again).getBytes(StandardCharsets.ISO_8859_1),
                how == Answer.How.ENDLESS
                        ? text.substring(again + 2).repeat(100).getBytes(StandardCharsets.ISO_8859_1)
                        : new byte[0]);
    }

    private static byte[] withLength(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int body = text.length() - text.indexOf("\r\n\r\n") - 4;
        return text.replace("{length}", String.valueOf(body)).getBytes(StandardCharsets.ISO_8859_1);
    }
}

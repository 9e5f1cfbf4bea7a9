package io.github.servicelinkage.conformance.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.servicelinkage.stub.mock.MockGateway;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Data files given to the mock gateway. A name of the form {@code in UTF-16LE, …} says how the text is encoded; any other is bytes.
 * {@code {people}} stands for all of a good file but its last line, {@code {person}} for a person of one line; the input of the kind
 * {@code many people} is their number. Expected: {@code accepted}, or what the sentence says, in parts separated by {@code " / "}. The sentence is one line and
 * shows nothing of the file.
 */
@Tag("attack")
@ExtendWith(AttackTable.class)
class MockFilesAttackTest {
    private static final String PEOPLE = """
            partners:
              - { comId: F0995, services: ["297"] }
            companies:
              cyber: { comId: "00991" }
            people:
            """;
    private static final String PERSON =
            "  - { korName: canary, ci: canary-%d, consents: [ { comId: F0995, srvId: \"297\","
                    + " accounts: [ { vtAccNo: \"1\", company: cyber } ] } ] }\n";

    @TempDir
    private Path folder;

    static Stream<Attack> attacks() {
        return Attack.of("mock-files.yaml");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void isAcceptedOrRefusedWithATrueSentence(Attack attack) throws IOException {
        Path file = Files.write(folder.resolve("people.yaml"), bytes(attack));

        if (attack.expect().equals("accepted")) {
            assertThatCode(() -> start(file)).doesNotThrowAnyException();
        } else {
            assertThat(catchThrowable(() -> start(file)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContainingAll(attack.expect().split(" / "))
                    .hasMessageNotContaining("canary")
                    .message()
                    .doesNotContainPattern("\\p{Cntrl}");
        }
    }

    private static void start(Path file) throws IOException {
        MockGateway.builder().locale(Locale.ENGLISH).data(file).start().close();
    }

    private static byte[] bytes(Attack attack) {
        String input =
                attack.input().replace("{people}", PEOPLE).replace("{person}", String.format(Locale.ROOT, PERSON, 0));
        Attack filled = new Attack(attack.kind(), attack.name(), input, attack.expect());
        if (attack.kind().equals("many people")) {
            StringBuilder many = new StringBuilder(PEOPLE);
            for (int number = 0; number < Integer.parseInt(attack.input()); number++) {
                many.append(String.format(Locale.ROOT, PERSON, number));
            }
            return many.toString().getBytes(Charset.forName("UTF-8"));
        }
        return attack.name().startsWith("in ")
                ? filled.text()
                        .getBytes(Charset.forName(attack.name().substring(3).replaceFirst(",.*", "")))
                : filled.bytes();
    }
}

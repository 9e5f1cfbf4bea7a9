package io.github.servicelinkage.conformance.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.servicelinkage.conformance.subject.Subject;
import io.github.servicelinkage.conformance.subject.SubjectsFile;
import io.github.servicelinkage.stub.mock.MockGateway;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A target repeats the key, the ci, the name and an account in another form ({@link Encodings}), in the place that the kind names.
 * Whatever the form, nothing of it is in any output; the outcome is which requirements are blamed, or {@code none}.
 */
@Tag("attack")
@ExtendWith(AttackTable.class)
class SuiteSecretsAttackTest {
    private static final String KEY = "l7xx0a1b2c3d4e5fA6B7C8D9eafbacbd";
    private static final Subject PERSON = SubjectsFile.sandbox().main();
    private static final String ACCOUNT = PERSON.vtAccNos().get(0);
    private static final String FIELDS = """
            Content-Type: application/json; x=%1$s\r
            Location: /%1$s\r
            Cache-Control: %1$s\r
            Allow: %1$s\r
            Retry-After: %1$s\r
            X-RateLimit-Remaining-Day: %1$s\r
            Content-Length: 57\r
            \r
            {"category":"op-apim","code":400,"message":"Bad Request"}""";

    @TempDir
    private Path folder;

    static Stream<Attack> attacks() {
        return Attack.of("suite-secrets.yaml");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void nothingOfItIsShown(Attack attack) throws Exception {
        List<String> secrets = Stream.of(KEY, PERSON.ci(), PERSON.korName(), ACCOUNT)
                .map(secret -> new String(Encodings.wire(secret, attack.text()), StandardCharsets.ISO_8859_1))
                .toList();
        byte[] bytes = answer(attack.kind(), secrets).getBytes(StandardCharsets.ISO_8859_1);
        Path key = Files.writeString(folder.resolve("key"), KEY);
        try (MockGateway mock = MockGateway.builder().apiKey(KEY).start();
                HostileServer gateway = new HostileServer(new Answer(Answer.How.PLAIN, bytes).after(2, mock.url()))) {
            SuiteRun run = SuiteRun.of(
                    folder.resolve("report"),
                    "verify",
                    "--url=" + gateway.url(),
                    "--api-key-file=" + key,
                    "--timeout=2",
                    "--only=LNK-PRIV,LNK-AUTH-02,LNK-ERR");

            run.isHarmless();
            secrets.forEach(secret -> run.outputs().forEach((name, text) -> shows(name, text, secret)));
            Stream.of(KEY, PERSON.ci(), PERSON.korName(), ACCOUNT)
                    .forEach(secret -> run.outputs()
                            .forEach((name, text) -> assertThat(text).as(name).doesNotContain(secret)));
            assertThat(blamed(run.outputs().get("report.json"))).isEqualTo(attack.expect());
        }
    }

    /** Neither as it came nor as it is read. */
    private static void shows(String name, String text, String secret) {
        String read = new String(secret.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        assertThat(text).as(name).doesNotContain(secret.strip()).doesNotContain(read.strip());
    }

    private static String answer(String kind, List<String> secrets) {
        String all = String.join(" ", secrets);
        return switch (kind) {
            case "value" ->
                withLength("application/json", "{\"category\":\"op-apim\",\"code\":400,\"message\":\"" + all + "\"}");
            case "name" -> withLength("application/json", "{\"category\":\"op-apim\",\"code\":400,\"" + all + "\":1}");
            case "page" -> withLength("text/html", "<p>" + all + "</p>");
            case "fields" -> "HTTP/1.1 400 X\r\n" + String.format(FIELDS, all);
            case "status line" -> "HTTP/1.1 400 " + all + "\r\nContent-Length: 0\r\n\r\n";
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static String withLength(String type, String body) {
        return "HTTP/1.1 400 X\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private static String blamed(String report) throws Exception {
        List<String> blamed = new java.util.ArrayList<>();
        new com.fasterxml.jackson.databind.ObjectMapper()
                .readTree(report)
                .path("results")
                .forEach(result -> {
                    String requirement = result.path("requirement").asText();
                    if (requirement.matches("LNK-PRIV-0[123]")
                            && result.path("status").asText().equals("failed")) {
                        blamed.add(requirement.substring("LNK-PRIV-".length()));
                    }
                });
        return blamed.isEmpty()
                ? "none"
                : String.join(" ", blamed.stream().distinct().sorted().toList());
    }
}

package io.github.servicelinkage.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.servicelinkage.stub.mock.MockGateway;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A command line speaks the language that it asks for, whatever the JVM's locale; and the same everywhere where a machine reads. */
class LanguagesTest {
    private static final Pattern HANGUL = Pattern.compile("[가-힣]");
    private static final Pattern ENGLISH = Pattern.compile("[A-Z][a-z]+ [a-z]+ [a-z]+");

    private final Locale locale = Locale.getDefault();

    @TempDir
    private Path folder;

    @AfterEach
    void giveBackTheLocale() {
        Locale.setDefault(locale);
    }

    @ParameterizedTest
    @CsvSource({
        "''",
        "--help",
        "vrify",
        "--nope",
        "help",
        "help verify",
        "help mock",
        "help nope",
        "help --help",
        "generate-completion --help",
        "verify --help",
        "verify --no-such-option",
        "verify argument",
        "verify --url",
        "verify --url 'a b'",
        "verify --url ftp://host",
        "verify --url http://a --url http://b",
        "verify --url https://gateway.invalid/v1/common/member",
        "verify --rate fast",
        "verify --concurrency 0",
        "verify --timeout x",
        "verify --suite everything",
        "verify --only LNK-NONE-01",
        "verify --api-key-file none",
        "verify --subjects none.yaml",
        "verify --waivers none.yaml",
        "verify --replay none.json",
        "verify --pacts none",
        "requirements --help",
        "requirements argument",
        "explain",
        "explain --help",
        "explain LNK-NONE-01",
        "mock --help",
        "mock --prot 1",
        "mock --port abc",
        "mock --port 70000",
        "mock --event-loops 0",
        "mock --seed x",
        "mock --data none.yaml",
        "mock --fault nope",
        "mock --variant nope",
        "mock --tls-cert x",
        "mock --tls-cert x --tls-generate y",
        "mock --api-key x --api-key-file y",
        "mock --api-key-file none",
        "mock --api-key 한글"
    })
    void whateverIsSaidIsInTheLanguageOfTheLine(String line) {
        for (Locale jvm : List.of(Locale.KOREA, Locale.US)) {
            Locale.setDefault(jvm);
            for (boolean front : List.of(true, false)) {
                assertThat(said("en", front, line)).as("%s", jvm).doesNotContainPattern(HANGUL);
                assertThat(said("ko", front, line))
                        .as("%s", jvm)
                        .containsPattern(HANGUL)
                        .doesNotContainPattern(ENGLISH);
            }
        }
    }

    @Test
    void aLanguageThatIsNotSpokenGetsASentenceInThatOfTheSystem() {
        Locale.setDefault(Locale.US);
        assertThat(said("fr", false, "verify")).startsWith("Invalid value for --lang: 'fr'. Give one of: ko, en.");
        assertThat(said("fr", true, "help verify")).startsWith("Invalid value for --lang: 'fr'. Give one of: ko, en.");
        Locale.setDefault(Locale.KOREA);
        assertThat(said("fr", false, "mock")).startsWith("--lang 값이 올바르지 않습니다: 'fr'.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "ko-KR", "ar-EG-u-nu-arab", "fa-IR-u-nu-arabext"})
    void whatIsWrittenIsTheSameUnderEveryLocale(String jvm) throws IOException {
        Locale.setDefault(Locale.US);
        try (MockGateway gateway = MockGateway.builder().start()) {
            List<String> expected = everything("expected", gateway);

            Locale.setDefault(Locale.forLanguageTag(jvm));

            List<String> actual = everything("actual", gateway);
            assertThat(actual).hasSameSizeAs(expected);
            for (int i = 0; i < expected.size(); i++) {
                assertThat(actual.get(i).lines())
                        .containsExactlyElementsOf(expected.get(i).lines().toList());
            }
        }
    }

    private List<String> everything(String name, MockGateway gateway) throws IOException {
        Path report = folder.resolve(name);
        List<String> written = new ArrayList<>();
        written.add(said(
                        "en",
                        false,
                        "verify --suite VALIDATION --only LNK-AUTH,LNK-LEN --url " + gateway.url() + " --report "
                                + report)
                .replaceAll("[0-9][0-9,]* requests in [0-9]+\\.[0-9] s", "… requests in … s"));
        written.add(said("en", false, "verify --suite VALIDATION --only LNK-LEN")
                .replaceAll("[0-9][0-9,]* requests in [0-9]+\\.[0-9] s", "… requests in … s"));
        for (String file : List.of("report.json", "report.html", "report.md", "junit.xml")) {
            written.add(Files.readString(report.resolve(file))
                    .replaceAll("(?s)\"run\" : \\{.*?\\}", "")
                    .replaceAll("<p[^>]* id=\"run\">.*?</p>", "")
                    .replaceAll("timestamp=\"[0-9TZ:.-]+\" time=\"[0-9.]+\"", ""));
        }
        for (String line : List.of(
                "--help",
                "help mock",
                "verify --timeout x",
                "verify --suite IN",
                "requirements",
                "explain LNK-LEN-08",
                "generate-completion",
                "mock --list-faults --list-variants --list-scenarios --list-people")) {
            written.add(said("en", false, line));
        }
        return written;
    }

    private static String said(String language, boolean front, String line) {
        List<String> arguments = new ArrayList<>(line.isEmpty() ? List.of() : List.of(line.split(" ")));
        arguments.addAll(front ? 0 : arguments.size(), List.of("--lang", language));
        StringWriter said = new StringWriter();
        Linkage.run(new PrintWriter(said, true), new PrintWriter(said, true), arguments.toArray(String[]::new));
        return said.toString();
    }
}

package io.github.servicelinkage.stub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.servicelinkage.stub.mock.MockGateway;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MockCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void startsAndShowsHowToCall() {
        assertThat(run("--port", "0", "--check", "--lang", "en")).isZero();
        assertThat(out.toString())
                .contains("Mock gateway ready: http://127.0.0.1:")
                .contains("curl -s http://127.0.0.1:")
                .contains("/register/search -H 'apikey: " + MockGateway.DEFAULT_API_KEY)
                .contains("박환덕");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void speaksKorean() {
        assertThat(run("--port", "0", "--check", "--lang", "ko")).isZero();
        assertThat(out.toString()).contains("모의 게이트웨이 준비됨");
    }

    @Test
    void showsNothingOfAKeyThatItWasGiven() throws IOException {
        Path file = Files.writeString(folder.resolve("key"), "l7xx-very-secret-key\n");

        assertThat(run("--port", "0", "--check", "--lang", "en", "--api-key-file", file.toString()))
                .isZero();
        assertThat(out.toString()).contains("API key: …-key\n").doesNotContain("l7xx", "secret");
    }

    @Test
    void showsNothingAtAllOfAShortKey() {
        assertThat(run("--port", "0", "--check", "--lang", "en", "--api-key", "short-secret-k!"))
                .isZero();
        assertThat(out.toString()).contains("API key: …\n");
    }

    @Test
    void rejectsABlankKey() throws IOException {
        Path file = Files.writeString(folder.resolve("key"), " \n");

        assertWrong("--api-key: ''. Give printable ASCII", "--api-key", "", "--check", "--port=0");
        assertWrong("--api-key: ''. Give printable ASCII", "--api-key", " ", "--check", "--port=0");
        assertWrong("The value of --api-key is not a key", "--api-key", "two parts", "--check", "--port=0");
        assertWrong("does not hold a key", "--api-key-file", file.toString(), "--check", "--port=0");
    }

    @Test
    void listsWhatThereIs() {
        assertThat(run("--list-people", "--list-scenarios", "--list-faults", "--list-variants"))
                .isZero();
        assertThat(out.toString())
                .contains("박환덕")
                .contains("thirty accounts")
                .contains("flaky 30%")
                .contains("target-company-unavailable")
                .contains("html-errors")
                .contains("LNK-AUTH-15    ")
                .contains("skips-key-for-cookie")
                .contains("stands-behind-Kong");
    }

    @Test
    void listsThePeopleOfADataFile() throws IOException {
        Path data = Files.writeString(folder.resolve("people.yaml"), """
                partners: [ { comId: F0995, services: ["297"] } ]
                companies: {}
                people: [ { korName: 가나다, ci: example-ci, situation: only one } ]
                """);

        assertThat(run("--list-people", "--data=" + data)).isZero();
        assertThat(out.toString()).contains("only one", "가나다").doesNotContain("박환덕");
    }

    @Test
    void startsAsAVariantWithFaults() throws IOException {
        assertThat(run(
                        "--port=0",
                        "--check",
                        "--variant=quotes-charset",
                        "--variant=prints-pretty",
                        "--fault=lets-successes-be-stored",
                        "--record=" + folder))
                .isZero();
        try (Stream<Path> archives = Files.list(folder)) {
            assertThat(Files.readString(archives.findFirst().orElseThrow()))
                    .contains("charset=\\\"UTF-8\\\"", "max-age=60");
        }
    }

    @Test
    void saysInOneSentenceWhatWasWrong() throws IOException {
        try (MockGateway other = MockGateway.builder().start()) {
            assertWrong("another --port", "--port", String.valueOf(other.url().getPort()));
        }
        assertWrong("no fault named x", "--fault", "x");
        assertWrong("no variant named x", "--variant", "x");
        assertWrong("no.yaml does not exist", "--data", "no.yaml");
        assertWrong("no.key", "--api-key-file", "no.key");
        assertWrong(
                "Cannot use the certificate or its key (no.pem: no such file)",
                "--tls-cert",
                "no.pem",
                "--tls-key",
                "no.pem");
        String text = Files.writeString(folder.resolve("text"), "text").toString();
        assertWrong("Cannot use the certificate or its key (", "--port=0", "--tls-cert", text, "--tls-key", text);
        assertWrong("Cannot use the certificate or its key (" + text, "--tls-generate", text + "/ca.pem");
        assertWrong("Cannot write an HTTP Archive in " + text, "--record", text);
        assertWrong("--port must be from 0 to 65535", "--port", "70000");
        assertWrong("--event-loops must be 1 or more", "--event-loops", "0");
        assertThat(run("--lang", "fr")).isEqualTo(2);
    }

    @Test
    void checksItselfOverTls() throws IOException {
        Path authority = folder.resolve("ca.pem");

        assertThat(run("--port=0", "--check", "--lang=en", "--tls-generate=" + authority))
                .isZero();
        // As another run does.
        assertThat(run("--port=0", "--check", "--lang=en", "--tls-generate=" + authority))
                .isZero();
        assertThat(authority).content().startsWith("-----BEGIN CERTIFICATE-----");
        assertThat(folder).isDirectoryNotContaining("glob:**linkage-mock*");
    }

    @Test
    void overwritesNobodysFileWithACertificate() throws IOException {
        Path precious = Files.writeString(folder.resolve("precious"), "precious");
        Path link = Files.createSymbolicLink(folder.resolve("link.pem"), precious);
        Path dangling = Files.createSymbolicLink(folder.resolve("dangling.pem"), folder.resolve("nothing"));

        for (Path file : List.of(precious, link, dangling)) {
            assertWrong(file + " exists already and is not a certificate", "--port=0", "--tls-generate=" + file);
        }
        assertThat(precious).hasContent("precious");
        assertThat(folder.resolve("nothing")).doesNotExist();
    }

    @Test
    void listensOnAnIpv6AddressInBrackets() {
        assertThat(run("--port=0", "--check", "--lang=en", "--host=[::1]")).isZero();
        assertThat(out.toString()).contains("http://[::1]:");
    }

    @Test
    void warnsOfTheBuiltInKeyWhereOthersCanReachIt() {
        assertThat(run("--port=0", "--check", "--lang=en", "--host=0.0.0.0")).isZero();
        assertThat(err.toString()).contains("its built-in key is published").hasLineCount(1);

        err.getBuffer().setLength(0);
        assertThat(run("--port=0", "--check", "--lang=en", "--host=0.0.0.0", "--api-key=my-key"))
                .isZero();
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void leavesNoArchiveOfAGatewayThatDidNotStart() throws IOException {
        try (MockGateway other = MockGateway.builder().start()) {
            assertWrong(
                    "another --port", "--port", String.valueOf(other.url().getPort()), "--record", folder.toString());
        }
        assertThat(folder).isEmptyDirectory();
        assertThat(openFiles()).noneMatch(file -> file.contains(folder.toString()));
    }

    /** Where the system tells. */
    private static List<String> openFiles() {
        return Stream.ofNullable(new File("/proc/self/fd").listFiles())
                .flatMap(Stream::of)
                .filter(descriptor -> Files.isSymbolicLink(descriptor.toPath()))
                .map(descriptor -> {
                    try {
                        return Files.readSymbolicLink(descriptor.toPath()).toString();
                    } catch (IOException e) {
                        return "closed meanwhile";
                    }
                })
                .toList();
    }

    private void assertWrong(String message, String... arguments) {
        err.getBuffer().setLength(0);
        String[] inEnglish = Arrays.copyOf(arguments, arguments.length + 1);
        inEnglish[arguments.length] = "--lang=en";

        assertThat(run(inEnglish)).isEqualTo(2);
        assertThat(err.toString()).contains(message).hasLineCount(1);
    }

    private int run(String... arguments) {
        return Main.command(arguments)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}

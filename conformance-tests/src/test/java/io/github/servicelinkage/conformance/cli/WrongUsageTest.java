package io.github.servicelinkage.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.servicelinkage.stub.mock.MockGateway;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Bad input gets one sentence: what is wrong, where, and what to do. Never a stack trace. */
class WrongUsageTest {
    @TempDir
    private Path directory;

    @Test
    void anUnknownOption() {
        oneSentence(Console.run("verify", "--no-such-option"), "--no-such-option", "verify --help");
    }

    @Test
    void aMistypedOptionOfTheMock() {
        oneSentence(Console.run("mock", "--prot", "1"), "--prot", "Try 'linkage mock --help'");
        oneSentence(Console.run("mock", "--port", "abc"), "--port", "abc", "mock --help");
        oneSentence(Console.run("mock", "--tls-cert", "x"), "--tls-key", "mock --help");
        oneSentence(Console.in("ko", "mock", "--prot", "1"), "--prot", "'linkage mock --help'를 보십시오");
    }

    static Stream<Arguments> options() {
        return new CommandLine(Linkage.class)
                .getSubcommands().values().stream()
                        .map(CommandLine::getCommandSpec)
                        .flatMap(command -> command.options().stream()
                                .filter(option -> option.arity().max() > 0 && !option.required())
                                .map(option -> Arguments.of(command.name(), option.longestName())));
    }

    @Test
    void anOptionWithAnEmptyValueThatNeedsAnother() {
        oneSentence(Console.run("mock", "--tls-cert=", "--tls-key=key.pem"), "--tls-cert: ''", "mock --help");
        oneSentence(Console.run("mock", "--tls-cert=cert.pem", "--tls-key="), "--tls-key: ''", "mock --help");
    }

    @ParameterizedTest
    @MethodSource("options")
    void anOptionWithAnEmptyValue(String command, String option) {
        oneSentence(Console.run(command, option + "="), option + ": ''", command + " --help");
        oneSentence(Console.in("ko", command, option, " "), option, "'linkage " + command + " --help'를 보십시오");
    }

    @Test
    void anUnknownRequirement() {
        oneSentence(Console.run("verify", "--only", "LNK-NONE-01"), "LNK-NONE-01", "linkage requirements");
        oneSentence(Console.run("explain", "LNK-NONE-01"), "LNK-NONE-01", "linkage requirements");
    }

    @Test
    void aSubjectsFileThatIsNotThere() {
        oneSentence(subjects(directory.resolve("none.yaml")), "none.yaml", "Check the path");
    }

    @Test
    void aSubjectsFileThatCannotBeRead() {
        oneSentence(subjects(directory), directory.toString(), "cannot be read");
    }

    @Test
    void aSubjectsFileThatIsNoYaml() throws IOException {
        Path file = write("partner: { comId: F0995\nsubjects: [");

        oneSentence(subjects(file), file + ":2", "malformed YAML", "See the subjects file in the README");
    }

    @Test
    void aSubjectsFileWithAnUnknownMember() throws IOException {
        Path file = write(
                "partner: { comId: F0995, srvId: \"297\" }\nsubjects:\n  member-with-accounts: { cii: SECRETSECRET, korName: 가나다 }");

        oneSentence(subjects(file), file + ":3", "subjects.member-with-accounts.*: unknown member");
    }

    @Test
    void aSubjectsFileWithAnUnknownRole() throws IOException {
        Path file = write(
                "partner: { comId: F0995, srvId: \"297\" }\nsubjects:\n  some-member: { ci: SECRETSECRET, korName: 가나다 }");

        oneSentence(subjects(file), file + ":3", "subjects.*: unknown member", "non-member");
    }

    @Test
    void aSubjectsFileWithANumberWhereAStringIsDue() throws IOException {
        Path file = write("partner: { comId: F0995, srvId: 297 }\nsubjects: {}");

        oneSentence(subjects(file), file + ":1", "partner.srvId", "quotes");
    }

    @Test
    void aSubjectsFileWithoutTheMainSubject() throws IOException {
        Path file = write("partner: { comId: F0995, srvId: \"297\" }\nsubjects: {}");

        oneSentence(subjects(file), file.toString(), "subjects.member-with-accounts: this member is required");
    }

    @Test
    void aUrlThatIsNone() {
        oneSentence(Console.run("verify", "--url", "ftp://host/x"), "--url must look like");
        oneSentence(Console.run("verify", "--url", "https://user:secret@host/v1"), "--url must look like");
        oneSentence(Console.run("verify", "--url", "http://127.0.0.1:99999/v1"), "--url must look like", "65535");
        oneSentence(Console.run("verify", "--pacts", "https://user:SECRETSECRET@host/p"), "--pacts must look like");
    }

    @Test
    void aGatewayElsewhereWithoutAKey() {
        oneSentence(Console.run("verify", "--url", "https://gateway.invalid/v1/common/member"), "LINKAGE_API_KEY");
    }

    @Test
    void numbersThatAreNone() {
        oneSentence(Console.run("verify", "--concurrency", "0"), "--concurrency", "from 1");
        oneSentence(Console.run("verify", "--rate", "fast"), "--rate", "10/s");
        oneSentence(Console.run("verify", "--rate", "0"), "--rate", "above zero");
        oneSentence(Console.run("verify", "--rate", "0.001/s"), "--rate", "time limit of 60 minutes");
        oneSentence(Console.run("verify", "--timeout", "9999999"), "--timeout", "from 1 to 3600");
        oneSentence(Console.run("verify", "--time-limit", "0"), "--time-limit", "from 1 to 1440");
        oneSentence(Console.run("verify", "--http", "3"), "--http", "1.1 or 2");
        oneSentence(Console.run("verify", "--timeout", "1\u001B[2J"), "--timeout", "\\u001b[2J");
        oneSentence(Console.run("verify", "--suite", "everything"), "--suite");
    }

    @Test
    void aReportFolderThatCannotBeWritten() throws IOException {
        Path file = write("not a folder");

        Console console = Console.run(
                "verify",
                "--suite",
                "validation",
                "--only",
                "LNK-AUTH-01",
                "--report",
                file.resolve("x").toString());

        assertThat(console.exitCode()).isEqualTo(2);
        assertThat(console.err()).contains("report.json cannot be written").hasLineCount(1);
        assertThat(console.out()).as("told before the first request").isEmpty();
    }

    @Test
    void anOutputThatNobodyReads() {
        StringWriter err = new StringWriter();
        PrintWriter full = new PrintWriter(new Writer() {
            @Override
            public void write(char[] characters, int offset, int length) throws IOException {
                throw new IOException("no space left");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        });

        int exitCode = Linkage.run(full, new PrintWriter(err, true), "requirements", "--lang", "en");

        assertThat(exitCode).isEqualTo(3);
        assertThat(err.toString()).contains("could not be written");
    }

    @Test
    void pactsThatAreNotThere() {
        String none = directory.resolve("none").toString();

        Console console = Console.run("verify", "--pacts", none);

        oneSentence(console, "--pacts", none, "folder", "URL");
        assertThat(console.out()).isEmpty();
        oneSentence(Console.in("ko", "verify", "--pacts", none), "--pacts", none, "폴더");
    }

    @Test
    void aCertificateThatNobodyTrusts() throws IOException {
        Path authority = directory.resolve("ca.pem");
        try (MockGateway gateway = MockGateway.builder().generatedTls(authority).start()) {
            String url = gateway.url().toString();

            Console distrusting = Console.run("verify", "--url", url, "--only", "LNK-AUTH-01");
            Console trusting =
                    Console.run("verify", "--url", url, "--only", "LNK-AUTH-01", "--ca-file", authority.toString());

            assertThat(distrusting.exitCode()).isEqualTo(3);
            assertThat(distrusting.out()).contains("the TLS connection is not trusted", "--ca-file");
            assertThat(trusting.exitCode()).as(trusting.out()).isZero();
        }
    }

    @Test
    void nothingListens() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        Console console = Console.run("verify", "--url", "http://127.0.0.1:" + port + "/v1/common/member");

        assertThat(console.exitCode()).isEqualTo(3);
        assertThat(console.out())
                .containsOnlyOnce("The target cannot be reached")
                .contains("Verdict: INCONCLUSIVE");
        assertThat(console.err()).isEmpty();
    }

    private Path write(String content) throws IOException {
        return Files.writeString(directory.resolve("subjects.yaml"), content);
    }

    private static Console subjects(Path file) {
        return Console.run("verify", "--subjects", file.toString());
    }

    private static void oneSentence(Console console, String... parts) {
        assertThat(console.exitCode()).as(console.err()).isEqualTo(2);
        assertThat(console.err()).contains(parts).hasLineCount(1).doesNotContain("Exception", "SECRETSECRET");
    }
}

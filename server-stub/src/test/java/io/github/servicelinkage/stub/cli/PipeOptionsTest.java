package io.github.servicelinkage.stub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Options that name a pipe in place of a file, as a shell does for the output of another command. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 30, threadMode = ThreadMode.SEPARATE_THREAD)
class PipeOptionsTest {
    @TempDir
    private Path folder;

    private Path pipe = Path.of("");

    @BeforeEach
    void makePipe() throws Exception {
        pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
    }

    @Test
    void refusesOneIntoWhichNobodyWrites() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        List<CompletableFuture<String>> sentences = Stream.of(
                        List.of("--data=" + pipe),
                        List.of("--data=" + pipe, "--list-people"),
                        List.of("--api-key-file=" + pipe),
                        List.of("--tls-cert=" + pipe, "--tls-key=" + file),
                        List.of("--tls-cert=" + file, "--tls-key=" + pipe))
                .map(options ->
                        CompletableFuture.supplyAsync(() -> sentence(options), each -> new Thread(each).start()))
                .toList();

        assertThat(sentences)
                .extracting(CompletableFuture::join)
                .allSatisfy(sentence -> assertThat(sentence)
                        .startsWith("2: Cannot ")
                        .contains(pipe.toString())
                        .hasLineCount(1));
    }

    @Test
    void readsWhatIsWrittenIntoOne() {
        CompletableFuture<Void> written = CompletableFuture.runAsync(() -> write("a-key\n"));

        assertThat(sentence(List.of("--api-key-file=" + pipe))).isEqualTo("0: ");
        written.join();
    }

    private static String sentence(List<String> options) {
        StringWriter err = new StringWriter();
        String[] arguments = Stream.concat(Stream.of("--port=0", "--check", "--lang=en"), options.stream())
                .toArray(String[]::new);
        int exitCode = Main.command(arguments)
                .setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return exitCode + ": " + err;
    }

    private void write(String text) {
        try {
            Files.writeString(pipe, text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

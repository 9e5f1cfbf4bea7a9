package io.github.servicelinkage.conformance.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.servicelinkage.conformance.check.Plan;
import io.github.servicelinkage.conformance.check.PlanContext;
import io.github.servicelinkage.conformance.contract.Catalogue;
import io.github.servicelinkage.conformance.contract.Contract;
import io.github.servicelinkage.conformance.exchange.Header;
import io.github.servicelinkage.conformance.exchange.Request;
import io.github.servicelinkage.conformance.subject.Subjects;
import io.github.servicelinkage.conformance.subject.SubjectsFile;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the suite sends, its lines send: a shell runs the line of every planned request, and the bytes that come are compared. */
class CurlLineRunTest {
    private static final String KEY = "l7xx-key";

    @TempDir
    private Path folder;

    @Test
    void everyPlannedRequestIsSentByItsLine() throws Exception {
        assumeThat(run("curl --version")).isZero();
        List<Request> requests = planned();
        // The people of the plan are not these, so their values stand in the lines as they are.
        CurlLine line = new CurlLine(new Placeholders(KEY, nobody()), "apikey", body -> body.toString());
        List<String> lines = requests.stream().map(line::of).toList();
        assertThat(lines).allSatisfy(each -> assertThat(each.length()).isLessThan(2000));

        try (Recorder recorder = new Recorder()) {
            assertThat(run(String.join("\n", lines), recorder.url())).isZero();

            SoftAssertions softly = new SoftAssertions();
            for (int i = 0; i < requests.size(); i++) {
                Received received = recorder.received.poll(10, TimeUnit.SECONDS);
                assertThat(received).as(lines.get(i)).isNotNull();
                assertSame(softly, requests.get(i), received, lines.get(i));
            }
            softly.assertAll();
        }
    }

    private static void assertSame(SoftAssertions softly, Request sent, Received received, String line) {
        String[] head = received.head().split("\r\n");
        String target = (sent.framing().absoluteTarget() ? received.url() : "/base") + sent.path();
        softly.assertThat(head[0])
                .as(line)
                .isEqualTo(sent.method() + " " + target + " " + sent.framing().version());
        for (Header header : sent.headers()) {
            String key = header.value().strip();
            boolean isAnotherKey = header.name().equalsIgnoreCase("apikey") && !key.isEmpty() && !key.equals(KEY);
            String value = isAnotherKey ? "<another key>" : header.value();
            softly.assertThat(List.of(head)).as(line).contains((header.name() + ": " + value).replaceFirst(" $", ""));
        }
        softly.assertThat(List.of(head).stream()
                        .map(field -> field.toLowerCase(Locale.ROOT).replaceFirst(":.*", ""))
                        .filter(name -> List.of("accept", "content-type", "transfer-encoding")
                                .contains(name)))
                .as(line)
                .allMatch(
                        name -> sent.header(name).isPresent() || sent.framing().chunked());
        softly.assertThat(new String(received.body(), StandardCharsets.ISO_8859_1))
                .as(line)
                .isEqualTo(new String(sent.body(), StandardCharsets.ISO_8859_1));
    }

    /** Of one operation; the other has the same forms. */
    private static List<Request> planned() {
        Contract contract = Contract.load();
        PlanContext context = new PlanContext(contract, Catalogue.load(contract), SubjectsFile.sandbox(), KEY, true);
        String operation = contract.operations().get(0).id();
        return Plan.of(context, requirement -> true).checks().stream()
                .filter(check -> check.operation().equals(operation))
                .flatMap(check -> check.cases().stream())
                .map(planned -> planned.request())
                .distinct()
                .toList();
    }

    private static Subjects nobody() {
        Subjects people = SubjectsFile.sandbox();
        return new Subjects(people.partner(), Map.of(), people.otherService(), people.foreignPartner());
    }

    private int run(String script, String... url) throws Exception {
        Path file = Files.writeString(folder.resolve("script"), script + "\n");
        ProcessBuilder shell = new ProcessBuilder("sh", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        shell.environment().put("LINKAGE_API_KEY", KEY);
        shell.environment().put("LINKAGE_URL", url.length == 0 ? "" : url[0]);
        Process process = shell.start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    private record Received(String url, String head, byte[] body) {}

    /** Keeps what comes, one request on each connection. */
    private static final class Recorder implements AutoCloseable {
        private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        final BlockingQueue<Received> received = new LinkedBlockingQueue<>();

        Recorder() throws IOException {
            Thread thread = new Thread(this::serve);
            thread.setDaemon(true);
            thread.start();
        }

        String url() {
            return "http://127.0.0.1:" + server.getLocalPort() + "/base";
        }

        private void serve() {
            while (!server.isClosed()) {
                try (Socket socket = server.accept()) {
                    InputStream in = new BufferedInputStream(socket.getInputStream());
                    String head = head(in);
                    if (head.contains("\r\nExpect: 100-continue")) {
                        socket.getOutputStream()
                                .write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    }
                    received.add(new Received(url(), head, body(head, in)));
                    socket.getOutputStream()
                            .write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
                } catch (IOException e) {
                    // The next one comes on another connection, or the test is over.
                }
            }
        }

        private static String head(InputStream in) throws IOException {
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                int next = in.read();
                if (next < 0) {
                    throw new IOException("no request");
                }
                head.append((char) next);
            }
            return head.toString();
        }

        private static byte[] body(String head, InputStream in) throws IOException {
            for (String field : head.split("\r\n")) {
                if (field.startsWith("Content-Length: ")) {
                    return in.readNBytes(Integer.parseInt(field.substring("Content-Length: ".length())));
                }
            }
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            if (head.contains("\r\nTransfer-Encoding: chunked")) {
                for (int size = size(in); size > 0; size = size(in)) {
                    body.write(in.readNBytes(size));
                    in.readNBytes(2);
                }
                in.readNBytes(2);
            }
            return body.toByteArray();
        }

        private static int size(InputStream in) throws IOException {
            List<Integer> line = new ArrayList<>();
            for (int next = in.read(); next != '\n'; next = in.read()) {
                line.add(next);
            }
            StringBuilder digits = new StringBuilder();
            line.forEach(c -> digits.append((char) c.intValue()));
            return Integer.parseInt(digits.toString().strip(), 16);
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}

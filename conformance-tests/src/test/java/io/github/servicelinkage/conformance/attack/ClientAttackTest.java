package io.github.servicelinkage.conformance.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import io.github.servicelinkage.client.LinkageClient;
import io.github.servicelinkage.client.Person;
import io.github.servicelinkage.client.error.LinkageException;
import io.github.servicelinkage.client.options.CallOptions;
import io.github.servicelinkage.client.options.RetryPolicy;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The client asks a hostile gateway. */
@Tag("attack")
@ExtendWith(AttackTable.class)
@Timeout(value = 30, threadMode = ThreadMode.SEPARATE_THREAD)
class ClientAttackTest {
    private static final String SILENCE = "{silence}";
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(10);

    /** Two persons with one's key each; a text that differs between them shows something of them. */
    private static final List<List<String>> SECRETS = List.of(
            List.of(
                    "l7xx0123456789abcdef0123456789abcdef",
                    SandboxPerson.CI,
                    SandboxPerson.NAME,
                    SandboxPerson.ACCOUNT),
            List.of(
                    "l7xxfedcba9876543210fedcba98765432aa",
                    "R3ludGhldGljLXBlcnNvbi13aG8taGFzLW5ldmVyLWpvaW5lZC10aGUtZmludGVjaC1wb3J0YWwtMDAwMDAwMQ==",
                    "가나다",
                    "219876543210987654"));

    private final HostileServer server = new HostileServer((request, connection) -> false);

    @AfterEach
    void stop() {
        server.close();
    }

    static Stream<Attack> http() {
        return Attack.of("client-http.yaml");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("http")
    void anyResponseIsAnAnswerOrTheRightException(Attack attack) {
        boolean silent = attack.text().endsWith(SILENCE);
        byte[] bytes = attack.bytes();
        byte[] answer = silent ? Arrays.copyOf(bytes, bytes.length - SILENCE.length()) : bytes;
        server.script((request, connection) -> {
            connection.getOutputStream().write(answer);
            if (silent) {
                waitForTheEnd(connection);
            }
            return false;
        });

        Outcome outcome = asked(SECRETS.get(0), silent ? SHORT : LONG);

        assertThat(attack.expect().split("\\|")).contains(outcome.kind());
        assertThat(ShownText.problem(outcome.text(), SandboxPerson.SECRETS)).isEmpty();
    }

    static Stream<Attack> secrets() {
        return Attack.of("client-secrets.yaml");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("secrets")
    void nothingThatIsShownDependsOnASecret(Attack attack) {
        for (int secret = 0; secret < SECRETS.get(0).size(); secret++) {
            String[] shown = new String[SECRETS.size()];
            for (int person = 0; person < SECRETS.size(); person++) {
                String echo = Encodings.encoded(SECRETS.get(person).get(secret), attack.input());
                byte[] answer = response(attack.kind().replace("secret in ", ""), echo);
                server.script(HostileServer.sending(answer));
                shown[person] = asked(SECRETS.get(person), LONG).text();
            }
            assertThat(shown[0]).isEqualTo(shown[1]);
            assertThat(ShownText.problem(shown[0], SECRETS.get(0))).isEmpty();
        }
    }

    private record Outcome(String kind, String text) {}

    private Outcome asked(List<String> secrets, Duration limit) {
        try (LinkageClient client = LinkageClient.builder()
                .gateway(server.url())
                .apiKey(secrets.get(0))
                .partner("F0995", "297")
                .timeout(limit)
                .retryPolicy(RetryPolicy.none())
                .build()) {
            return new Outcome(
                    "answer",
                    client.searchRegistration(
                                    new Person(secrets.get(1), secrets.get(2)),
                                    CallOptions.standard().withRequestId("r"))
                            .toString());
        } catch (LinkageException failure) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            return new Outcome(
                    failure.getClass().getSimpleName(), trace.toString().replaceAll("(?m)^\\tat .*\n|\\t", ""));
        }
    }

    /** A response that repeats a text at a place. */
    private static byte[] response(String place, String echo) {
        String json = TextNode.valueOf(echo).toString();
        return switch (place) {
            case "message" -> error("{\"category\":\"op-exco\",\"code\":3007,\"message\":" + json + "}");
            case "description" ->
                error("{\"category\":\"op-exco\",\"code\":3007,\"message\":\"x\",\"description\":" + json + "}");
            case "category" -> error("{\"category\":" + json + ",\"code\":3007,\"message\":\"x\"}");
            case "code" -> error("{\"category\":\"op-exco\",\"code\":" + echo + ",\"message\":\"x\"}");
            case "short message" -> error("{\"message\":" + json + "}");
            case "media type" -> http("HTTP/1.1 200 OK\r\nContent-Type: text/x; a=" + echo, "{}");
            case "header field" -> http("HTTP/1.1 500 X\r\nX: " + echo, "");
            case "status line" -> http("HTTP/1.1 2xx " + echo, "");
            case "reason" -> bytes("HTTP/1.1 200 " + echo);
            case "no HTTP" -> bytes(echo + "\r\n\r\n");
            case "length" -> bytes("HTTP/1.1 200 OK\r\nContent-Length: " + echo + "\r\n\r\n");
            case "chunk size" -> bytes("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + echo + "\r\n");
            case "redirect" -> http("HTTP/1.1 302 Found\r\nLocation: /" + echo, "");
            case "member of a success" -> success("{\"result\":\"nonMember\",\"x\":" + json + "}");
            case "path of a violation" -> success("{\"result\":{" + json + ":[1]}," + json + ":{" + json + ":1}}");
            case "broken JSON" -> success("{\"result\":\"nonMember\",\"x\":" + json + ",}");
            case "HTML page" -> http("HTTP/1.1 500 X\r\nContent-Type: text/html", "<html>" + echo + "</html>");
            default -> throw new IllegalArgumentException(place);
        };
    }

    private static byte[] error(String body) {
        return http("HTTP/1.1 500 X\r\nContent-Type: application/json", body);
    }

    private static byte[] success(String body) {
        return http("HTTP/1.1 200 OK\r\nContent-Type: application/json", body);
    }

    private static byte[] http(String head, String body) {
        return bytes(head + "\r\nContent-Length: " + bytes(body).length + "\r\n\r\n" + body);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void waitForTheEnd(Socket connection) throws java.io.IOException {
        connection.setSoTimeout((int) LONG.toMillis());
        while (connection.getInputStream().read() >= 0) {
            // Nothing more is expected.
        }
    }
}

package io.github.servicelinkage.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.servicelinkage.client.options.CallOptions;
import io.github.servicelinkage.client.options.RetryPolicy;
import io.github.servicelinkage.client.server.Connection;
import io.github.servicelinkage.client.server.Request;
import io.github.servicelinkage.client.server.ScriptedServer;
import io.github.servicelinkage.client.server.ScriptedServer.Script;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Random personal data and a random key go through everything that can happen, and are found nowhere afterwards. */
@Timeout(120)
class CanaryTest {

    private final RandomGenerator random = new SecureRandom();
    private final String key = "l7xx" + HexFormat.of().formatHex(bytes(16));
    private final String ci = Base64.getEncoder().encodeToString(bytes(64));
    private final String name = hangul(9);
    private final String account = "9" + digits(17);
    private final String alias = hangul(15);

    /** Everything that somebody could read: log lines, exception texts and traces, toString, metric tags and spans. */
    private final Queue<String> shown = new ConcurrentLinkedQueue<>();

    private final AllLogs logs = new AllLogs(shown::add);
    private final Telemetry telemetry = new Telemetry();

    @BeforeEach
    void listen() {
        logs.attach();
    }

    @AfterEach
    void stopListening() {
        logs.detach();
        telemetry.close();
    }

    @Test
    void personalDataAndTheKeyAreShownNowhere() {
        scripts().forEach(script -> goThrough(script, Duration.ofSeconds(5)));
        goThrough(CanaryTest::neverRespond, Duration.ofMillis(200));
        // Names, attributes, and the events by which exceptions are recorded.
        telemetry.finished().forEach(span -> show(span, span.getEvents()));

        assertThat(shown).as("the canary listens").anyMatch(text -> text.contains("searchRegistration"));
        assertThat(shown).anyMatch(text -> text.contains("op-exco/3007"));
        assertThat(shown).anyMatch(text -> text.contains("exception.stacktrace"));

        List<String> secrets = List.of(
                key,
                ci,
                name,
                account,
                alias,
                key.substring(4, 24),
                ci.substring(10, 34),
                asTheJdkReadsHeaders(name),
                asTheJdkReadsHeaders(alias));
        assertThat(shown)
                .map(text -> text.replaceAll("\\p{Cntrl}", " "))
                .filteredOn(text -> secrets.stream().anyMatch(text::contains))
                .isEmpty();
    }

    private void goThrough(Script script, Duration patience) {
        try (ScriptedServer server = ScriptedServer.start(script);
                LinkageClient client = client(server, patience)) {
            Person person = new Person(ci, name);
            show(person, client);
            attempt(() -> client.searchRegistration(person));
            attempt(() -> client.searchConsent(person));
            attempt(() -> client.nextStep(person));
            attempt(() -> client.nextStepAsync(person, CallOptions.standard()).join());
            attempt(() -> client.searchRegistration(new Person(ci + ci, name + name)));
        }
    }

    private LinkageClient client(ScriptedServer server, Duration patience) {
        return LinkageClient.builder()
                .gateway(server.url())
                .apiKey(key)
                .partner("F0995", "297")
                .timeout(patience)
                .retryPolicy(RetryPolicy.standard().withMaxAttempts(2).withInitialBackoff(Duration.ofNanos(1)))
                .observer(attempt -> {
                    show(attempt, attempt.headers());
                    return ending -> show(ending);
                })
                .observer(telemetry.observer())
                .build();
    }

    /** Responses that repeat what they must not. */
    private List<Script> scripts() {
        String accounts = "{\"vtAccList\":[{\"comId\":\"00991\",\"vtAccNo\":\"" + account + "\",\"vtAccAlias\":\""
                + alias + "\",\"endpoint\":\"https://gateway.example/\"}]}";
        String everything = key + " " + ci + " " + name + " " + account + " " + alias;
        List<Script> scripts = new ArrayList<>();
        scripts.add((request, connection) ->
                connection.json(200, Bodies.isRegistration(request) ? Bodies.MEMBER : accounts));
        scripts.add((request, connection) -> connection.json(200, accounts.replace("00991", "too long " + account)));
        scripts.add((request, connection) -> connection.json(200, accounts.replace("\"" + account + "\"", account)));
        scripts.add((request, connection) -> connection.json(200, accounts.substring(0, accounts.length() - 9)));
        scripts.add((request, connection) -> connection.json(200, "{\"result\":\"" + everything + "\"}"));
        scripts.add((request, connection) -> connection.json(200, everything));
        scripts.add((request, connection) -> connection.json(
                500,
                "{\"category\":\"op-exco\",\"code\":3007,\"message\":\"" + key + " " + ci + " " + name + " " + account
                        + "\",\"description\":\"" + ci + "\"}"));
        scripts.add((request, connection) -> connection.json(401, "{\"message\":\"bad key " + key + "\"}"));
        scripts.add((request, connection) -> connection.respond(
                502, "Content-Type: text/html\r\nX-Echo: " + key + " " + ci + "\r\n", request.text()));
        scripts.add((request, connection) ->
                connection.respond(302, "Location: https://gateway.example/" + key + "/" + ci + "\r\n", ""));
        scripts.add(
                (request, connection) -> connection.write((everything + "\r\n\r\n").getBytes(StandardCharsets.UTF_8)));
        scripts.add((request, connection) -> connection.write(
                ("HTTP/1.1 2xx " + key + ci + "\r\n" + account + "\r\n\r\n").getBytes(StandardCharsets.UTF_8)));
        scripts.add((request, connection) ->
                connection.write(("HTTP/1.1 200 OK\r\nContent-Length: " + account + account + "\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        scripts.add((request, connection) -> {
            connection.write(("HTTP/1.1 200 " + name + " " + account).getBytes(StandardCharsets.UTF_8));
            connection.socket().close();
        });
        scripts.add((request, connection) -> connection.reset());
        return scripts;
    }

    private static void neverRespond(Request request, Connection connection) throws IOException {
        while (connection.socket().getInputStream().read() >= 0) {
            // Nothing more is expected.
        }
    }

    private void attempt(Supplier<Object> call) {
        try {
            show(call.get());
        } catch (RuntimeException failure) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            show(trace, failure.getMessage(), failure.getLocalizedMessage());
        }
    }

    private void show(Object... things) {
        for (Object thing : things) {
            shown.add(String.valueOf(thing));
        }
    }

    /** A status line is read as ISO-8859-1, which a reader can easily undo; control characters are shown as spaces. */
    private static String asTheJdkReadsHeaders(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)
                .replaceAll("\\p{Cntrl}", " ");
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private String hangul(int length) {
        return random.ints(length, 0xAC00, 0xD7A4)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private String digits(int length) {
        return random.ints(length, '0', '9' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}

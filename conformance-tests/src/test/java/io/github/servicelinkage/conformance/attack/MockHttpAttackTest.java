package io.github.servicelinkage.conformance.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.servicelinkage.stub.mock.MockGateway;
import io.github.servicelinkage.testing.WithMockGateway;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bytes sent to the mock gateway, after which the caller ends his side. Expected: the statuses of the responses, in order, or a choice
 * of them ({@code 200 404 | 400}); {@code none} for no response. Whatever was sent, the next caller is served, and nothing that was
 * sent comes back.
 */
@Tag("attack")
@ExtendWith(AttackTable.class)
@WithMockGateway
class MockHttpAttackTest {
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3}) ");
    private static final String CANARY = "canary";

    static Stream<Attack> attacks() {
        return Attack.of("mock-http.yaml");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void isAnsweredOrRefused(Attack attack, MockGateway gateway) throws IOException {
        String answer = answer(gateway, attack.bytes());

        assertThat(Stream.of(attack.expect().split("\\|")).map(String::strip)).contains(statuses(answer));
        assertThat(answer).doesNotContain(CANARY, MockGateway.DEFAULT_API_KEY);
        assertThat(statuses(
                        answer(gateway, "GET /health HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo("200");
    }

    private static String statuses(String answer) {
        String statuses = STATUS.matcher(answer)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.joining(" "));
        return statuses.isEmpty() ? "none" : statuses;
    }

    private static String answer(MockGateway gateway, byte[] request) throws IOException {
        try (Socket socket = new Socket(gateway.url().getHost(), gateway.url().getPort())) {
            socket.setSoTimeout(20_000);
            StringBuilder answer = new StringBuilder();
            try {
                socket.getOutputStream().write(request);
                socket.shutdownOutput();
            } catch (SocketException refused) {
                // It may answer and close before everything is sent.
            }
            try {
                byte[] bytes = new byte[65_536];
                int read = socket.getInputStream().read(bytes);
                while (read >= 0) {
                    answer.append(new String(bytes, 0, read, StandardCharsets.ISO_8859_1));
                    read = socket.getInputStream().read(bytes);
                }
            } catch (SocketException reset) {
                // What had arrived counts.
            }
            return answer.toString();
        }
    }
}

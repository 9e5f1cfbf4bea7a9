package io.github.servicelinkage.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.servicelinkage.client.error.CallTimeoutException;
import io.github.servicelinkage.client.error.ConnectionException;
import io.github.servicelinkage.client.error.ContractViolationException;
import io.github.servicelinkage.client.error.ForbiddenException;
import io.github.servicelinkage.client.error.GatewayException;
import io.github.servicelinkage.client.error.LinkageException;
import io.github.servicelinkage.client.error.QuotaExhaustedException;
import io.github.servicelinkage.client.error.ResponseTooLargeException;
import io.github.servicelinkage.client.error.UnauthorizedException;
import io.github.servicelinkage.client.options.CallOptions;
import io.github.servicelinkage.client.server.Connection;
import io.github.servicelinkage.client.server.ScriptedServer;
import io.github.servicelinkage.client.server.ScriptedServer.Script;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each way in which a gateway or a network can fail gives the right exception, and leaves the client fit for use. */
@Timeout(120)
class FaultsTest {

    private static final String JSON = "Content-Type: application/json\r\n";
    private static final String HTML = "Content-Type: text/html\r\n";
    private static final byte[] GOOD = Connection.whole(200, JSON, Bodies.MEMBER);

    /**
     * The JDK, from 17 to 25, neither closes nor uses a connection again on which its parser has failed, and gives no
     * handle to it. It ends when the gateway closes it or, on Java 21 and later, with the client.
     */
    private static final Set<Fault> LEFT_OPEN_BY_THE_JDK = EnumSet.of(Fault.NOT_HTTP, Fault.ABSURD_LENGTH);

    /** A fault, and what the caller gets. */
    enum Fault {
        CLOSED_WITHOUT_RESPONSE(
                ConnectionException.class,
                (request, connection) -> connection.socket().close()),
        RESET_WITHOUT_RESPONSE(ConnectionException.class, (request, connection) -> connection.reset()),
        NOT_HTTP(
                ConnectionException.class,
                (request, connection) ->
                        connection.write(("220 " + request.text() + "\r\n").getBytes(StandardCharsets.UTF_8))),
        ABSURD_LENGTH(
                ConnectionException.class,
                (request, connection) -> connection.write(
                        ("HTTP/1.1 200 OK\r\nContent-Length: much\r\n\r\n").getBytes(StandardCharsets.UTF_8))),
        SILENT(CallTimeoutException.class, (request, connection) -> stall(connection, new byte[0])),
        STALLED_IN_HEAD(CallTimeoutException.class, (request, connection) -> stall(connection, part(20))),
        STALLED_IN_BODY(CallTimeoutException.class, (request, connection) -> stall(connection, part(GOOD.length - 5))),
        DRIPPED(CallTimeoutException.class, (request, connection) -> drip(connection)),
        HUGE(
                ResponseTooLargeException.class,
                (request, connection) -> endless(connection, "Content-Length: 104857600")),
        ENDLESS(
                ResponseTooLargeException.class,
                (request, connection) -> endless(connection, "Transfer-Encoding: chunked")),
        TRUNCATED_JSON(
                ContractViolationException.class,
                (request, connection) -> connection.json(200, Bodies.MEMBER.substring(0, 25))),
        EMPTY_BODY(ContractViolationException.class, (request, connection) -> connection.json(200, "")),
        WRONG_MEDIA_TYPE(
                ContractViolationException.class,
                (request, connection) -> connection.respond(200, "Content-Type: text/plain\r\n", Bodies.MEMBER)),
        NO_MEDIA_TYPE(
                ContractViolationException.class, (request, connection) -> connection.respond(200, "", Bodies.MEMBER)),
        WRONG_CHARSET(
                ContractViolationException.class,
                (request, connection) ->
                        connection.respond(200, "Content-Type: application/json; charset=EUC-KR\r\n", Bodies.MEMBER)),
        HTML_PAGE_AS_SUCCESS(
                ContractViolationException.class,
                (request, connection) -> connection.respond(200, HTML, "<html>login</html>")),
        HTML_ERROR_PAGE(
                GatewayException.class,
                (request, connection) -> connection.respond(502, HTML, "<html>Bad Gateway</html>")),
        NO_CONTENT(ContractViolationException.class, (request, connection) -> connection.respond(204, "", "")),
        UNAUTHORIZED(
                UnauthorizedException.class,
                (request, connection) -> connection.json(401, "{\"message\":\"No API key found in request\"}")),
        FORBIDDEN(
                ForbiddenException.class,
                (request, connection) ->
                        connection.json(403, "{\"category\":\"op-apim\",\"code\":403,\"message\":\"Forbidden\"}")),
        QUOTA_USED_UP(
                QuotaExhaustedException.class,
                (request, connection) -> connection.json(429, "{\"message\":\"API rate limit exceeded\"}")),
        SERVER_ERROR(
                GatewayException.class,
                (request, connection) -> connection.json(
                        500, "{\"category\":\"op-exco\",\"code\":3007,\"message\":\"not found user\"}"));

        final Class<? extends LinkageException> expected;
        final Script script;

        Fault(Class<? extends LinkageException> expected, Script script) {
            this.expected = expected;
            this.script = script;
        }

        /** Short only where the end of it is what is waited for, so that a busy machine changes no outcome. */
        CallOptions patience() {
            return expected == CallTimeoutException.class
                    ? CallOptions.standard().withTimeout(Duration.ofMillis(400))
                    : CallOptions.standard();
        }
    }

    @ParameterizedTest
    @EnumSource
    void givesTheRightExceptionAndLeavesTheClientFitForUse(Fault fault) {
        AtomicBoolean faulty = new AtomicBoolean(true);
        Script once = (request, connection) -> {
            if (faulty.getAndSet(false)) {
                fault.script.respond(request, connection);
            } else {
                Bodies.everybodyIsReady().respond(request, connection);
            }
        };
        try (ScriptedServer server = ScriptedServer.start(once)) {
            try (LinkageClient client = Clients.of(server).build()) {
                LinkageException failure = catchThrowableOfType(
                        LinkageException.class, () -> client.searchRegistration(Clients.PERSON, fault.patience()));

                assertThat(failure).isExactlyInstanceOf(fault.expected);
                assertThat(failure.getMessage())
                        .contains(failure.requestId())
                        .doesNotContain(Clients.PERSON.ci(), Clients.PERSON.korName(), Clients.KEY);
                assertThat(client.nextStep(Clients.PERSON)).isInstanceOf(NextStep.Ready.class);
                int kept = LEFT_OPEN_BY_THE_JDK.contains(fault) ? 2 : 1;
                assertThat(Eventually.comesTrue(() -> server.openConnections() <= kept))
                        .as("at most the one connection that is kept for later is open")
                        .isTrue();
            }
            if (Runtime.version().feature() >= 21) {
                assertThat(Eventually.comesTrue(() -> server.openConnections() == 0))
                        .as("none is open after the client")
                        .isTrue();
            }
        }
    }

    @Test
    void aResetAtAnyByteOfTheResponseIsAConnectionFailure() {
        int[] length = {0};
        try (ScriptedServer server = ScriptedServer.start((request, connection) -> {
                    connection.write(part(length[0]));
                    connection.reset();
                });
                LinkageClient client = Clients.of(server).build()) {
            for (length[0] = 0; length[0] < GOOD.length; length[0]++) {
                assertThat(catchThrowableOfType(
                                LinkageException.class, () -> client.searchRegistration(Clients.PERSON)))
                        .as("reset after %s bytes", length[0])
                        .isExactlyInstanceOf(ConnectionException.class);
            }
            assertThat(Eventually.comesTrue(() -> server.openConnections() == 0))
                    .isTrue();
        }
    }

    @Test
    void anEndAtAnyByteOfTheResponseIsAConnectionFailure() {
        int[] length = {0};
        try (ScriptedServer server = ScriptedServer.start((request, connection) -> {
                    connection.write(part(length[0]));
                    connection.socket().close();
                });
                LinkageClient client = Clients.of(server).build()) {
            for (length[0] = 0; length[0] < GOOD.length; length[0]++) {
                assertThat(catchThrowableOfType(
                                LinkageException.class, () -> client.searchRegistration(Clients.PERSON)))
                        .as("end after %s bytes", length[0])
                        .isExactlyInstanceOf(ConnectionException.class);
            }
        }
    }

    @Test
    void aRefusedConnectionIsAConnectionFailure() throws IOException {
        URI nobody;
        try (ServerSocket freed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://127.0.0.1:" + freed.getLocalPort() + "/v1/common/member");
        }
        try (LinkageClient client = Clients.of(nobody).build()) {
            ConnectionException failure =
                    catchThrowableOfType(ConnectionException.class, () -> client.searchRegistration(Clients.PERSON));
            assertThat(failure.isTransient()).isTrue();
            assertThat(failure.response()).isEmpty();
            assertThat(failure).hasMessageContaining("127.0.0.1:" + nobody.getPort());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsNotFollowed(int status) {
        try (ScriptedServer other = ScriptedServer.start(Bodies.everybodyIsReady());
                ScriptedServer server = ScriptedServer.start((request, connection) ->
                        connection.respond(status, "Location: " + other.url() + "/register/search\r\n", ""));
                LinkageClient client = Clients.of(server).build()) {
            assertThat(catchThrowableOfType(LinkageException.class, () -> client.searchRegistration(Clients.PERSON)))
                    .isExactlyInstanceOf(ContractViolationException.class);
            assertThat(other.requests()).isEmpty();
        }
    }

    private static byte[] part(int length) {
        return Arrays.copyOf(GOOD, length);
    }

    /** Responds in part, then waits for the client to lose patience. */
    private static void stall(Connection connection, byte[] part) throws IOException {
        connection.write(part);
        while (connection.socket().getInputStream().read() >= 0) {
            // Nothing more is expected.
        }
    }

    /** Responds byte by byte, so slowly that every read succeeds and the whole never comes. */
    private static void drip(Connection connection) throws IOException {
        for (byte next : GOOD) {
            connection.write(new byte[] {next});
            LockSupport.parkNanos(20_000_000);
        }
    }

    private static void endless(Connection connection, String framing) throws IOException {
        connection.write(("HTTP/1.1 200 OK\r\n" + JSON + framing + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        byte[] block = ("1000\r\n" + " ".repeat(4096) + "\r\n").getBytes(StandardCharsets.UTF_8);
        for (int sent = 0; sent < 100 << 20; sent += block.length) {
            connection.write(block);
        }
    }
}

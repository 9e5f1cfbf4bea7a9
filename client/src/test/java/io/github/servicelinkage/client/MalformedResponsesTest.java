package io.github.servicelinkage.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.servicelinkage.client.error.ConnectionException;
import io.github.servicelinkage.client.error.ContractViolationException;
import io.github.servicelinkage.client.error.LinkageException;
import io.github.servicelinkage.client.options.CallOptions;
import io.github.servicelinkage.client.server.Certificates;
import io.github.servicelinkage.client.server.Connection;
import io.github.servicelinkage.client.server.Request;
import io.github.servicelinkage.client.server.ScriptedServer;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Java 17 takes for a response, and should not. */
@Timeout(60)
class MalformedResponsesTest {

    private static final String JSON = "Content-Type: application/json\r\n";

    /** Two frames of HTTP/2: an empty SETTINGS, and RST_STREAM of stream 1 with HTTP_1_1_REQUIRED. */
    private static final byte[] SETTINGS = {0, 0, 0, 4, 0, 0, 0, 0, 0};

    private static final byte[] USE_HTTP_1_1 = {0, 0, 4, 3, 0, 0, 0, 0, 1, 0, 0, 0, 0xd};
    private static final int HEADERS = 1;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 54\r\nContent-Length: 22\r\n",
                "Content-Length: 22\r\nContent-Length: 54\r\n",
                "Content-Length: 22, 54\r\n",
                "Content-Length: +22\r\n",
                "Content-Length: -1\r\n",
                "Content-Length: 0x16\r\n",
                "Content-Length:\r\n",
                "Content-Length: 22\r\nTransfer-Encoding: chunked\r\n",
                "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n"
            })
    void aResponseHasOneLengthThatIsANumber(String fields) {
        String body = "{\"result\":\"nonMember\"}";
        String sent = fields.contains("chunked") ? "16\r\n" + body + "\r\n0\r\n\r\n" : body;
        assertThat(failure("HTTP/1.1 200 OK\r\n" + JSON + fields + "\r\n" + sent))
                .isExactlyInstanceOf(ConnectionException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 22\r\nContent-Length: 22\r\n",
                "Content-Length: 022\r\n",
                "Content-Length: 22 \r\n"
            })
    void theSameLengthTwiceIsOne(String fields) {
        try (ScriptedServer server = serving("HTTP/1.1 200 OK\r\n" + JSON + fields + "\r\n{\"result\":\"nonMember\"}");
                LinkageClient client = Clients.of(server).build()) {
            assertThat(client.searchRegistration(Clients.PERSON).isMember()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/json; charset=EUC-KR", ""})
    void everyMediaTypeThatAResponseNamesIsJson(String second) {
        assertThat(failure("HTTP/1.1 200 OK\r\n" + JSON + "Content-Type: " + second
                        + "\r\nContent-Length: 22\r\n\r\n{\"result\":\"nonMember\"}"))
                .isExactlyInstanceOf(ContractViolationException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Transfer-Encoding", "transfer-encoding", "TE", "Trailer", "Keep-Alive", "Connection", "Upgrade"
            })
    void fieldsOfTheConnectionAreNotTheCallers(String name) {
        CallOptions options = CallOptions.standard();
        assertThatThrownBy(() -> options.withHeader(name, "chunked"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name);
    }

    @Test
    void noControlCharacterOfAResponseIsShown() {
        String body =
                "{\"vtAccList\":[{\"comId\":\"\\u001b[2J\",\"vtAccNo\":\"1\"},{\"comId\":\"\\u202e\\u2028\\u0085\\n\","
                        + "\"vtAccNo\":\"1\"}]}";
        try (ScriptedServer server = ScriptedServer.start((request, connection) -> connection.json(200, body));
                LinkageClient client = Clients.of(server).build()) {
            assertThat(client.searchConsent(Clients.PERSON).toString())
                    .contains("comId=?[2J", "comId=????")
                    .doesNotContainPattern("[\\p{Cc}\\p{Cf}\\u2028]");
        }
    }

    @Test
    void aServerThatAsksForHttp11Gets11(@TempDir Path folder) throws Exception {
        Certificates certificates = new Certificates(folder);
        Path authority = certificates.authority();
        int[] refused = {0};
        try (ScriptedServer server = ScriptedServer.startTls(
                        offeringHttp2(certificates.issued("both", "-ext", "san=ip:127.0.0.1")),
                        (request, connection) -> {
                            if (request.line().startsWith("PRI")) {
                                refused[0]++;
                                refuse(connection);
                            } else {
                                Bodies.everybodyIsReady().respond(request, connection);
                            }
                        });
                LinkageClient client = Clients.of(server).caFile(authority).build()) {
            assertThat(client.nextStep(Clients.PERSON)).isInstanceOf(NextStep.Ready.class);
            assertThat(refused[0]).as("asked once, and remembered").isEqualTo(1);
        }
    }

    /** Reads frames until the request has begun: a stream that is not open cannot be reset. */
    private static void refuse(Connection connection) throws IOException {
        connection.write(SETTINGS);
        DataInputStream in = new DataInputStream(connection.socket().getInputStream());
        in.readNBytes("SM\r\n\r\n".length());
        int type;
        do {
            int length = in.readUnsignedShort() << 8 | in.readUnsignedByte();
            type = in.readUnsignedByte();
            in.readNBytes(5 + length);
        } while (type != HEADERS);
        connection.write(USE_HTTP_1_1);
        while (in.read() >= 0) {
            // Nothing more is expected.
        }
    }

    /** The listening socket hands its parameters on to the connections that it accepts. */
    private static ServerSocketFactory offeringHttp2(ServerSocketFactory sockets) {
        return new ServerSocketFactory() {
            @Override
            public ServerSocket createServerSocket(int port) throws IOException {
                return offering((SSLServerSocket) sockets.createServerSocket(port));
            }

            @Override
            public ServerSocket createServerSocket(int port, int backlog) throws IOException {
                return offering((SSLServerSocket) sockets.createServerSocket(port, backlog));
            }

            @Override
            public ServerSocket createServerSocket(int port, int backlog, InetAddress address) throws IOException {
                return offering((SSLServerSocket) sockets.createServerSocket(port, backlog, address));
            }

            private ServerSocket offering(SSLServerSocket socket) {
                SSLParameters parameters = socket.getSSLParameters();
                parameters.setApplicationProtocols(new String[] {"h2", "http/1.1"});
                socket.setSSLParameters(parameters);
                return socket;
            }
        };
    }

    private static ScriptedServer serving(String response) {
        return ScriptedServer.start((Request request, Connection connection) -> {
            connection.write(response.getBytes(StandardCharsets.UTF_8));
            connection.socket().close();
        });
    }

    private static LinkageException failure(String response) {
        try (ScriptedServer server = serving(response);
                LinkageClient client = Clients.of(server).build()) {
            return catchThrowableOfType(LinkageException.class, () -> client.searchRegistration(Clients.PERSON));
        }
    }
}

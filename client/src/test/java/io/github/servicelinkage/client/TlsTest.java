package io.github.servicelinkage.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.servicelinkage.client.error.ConnectionException;
import io.github.servicelinkage.client.options.RetryPolicy;
import io.github.servicelinkage.client.server.Certificates;
import io.github.servicelinkage.client.server.ScriptedServer;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The client talks to the gateway that it was told to talk to, or to nobody. */
@Timeout(120)
class TlsTest {

    private static final String HERE = "san=ip:127.0.0.1";

    @TempDir
    private static Path folder;

    private static Certificates certificates;
    private static Path authority;

    @BeforeAll
    static void makeTheAuthority() throws Exception {
        certificates = new Certificates(folder);
        authority = certificates.authority();
    }

    @Test
    void trustsACertificateOfTheAuthorityInTheFile() throws Exception {
        try (ScriptedServer server =
                        ScriptedServer.startTls(certificates.issued("good", "-ext", HERE), Bodies.everybodyIsReady());
                LinkageClient client = Clients.of(server).caFile(authority).build()) {
            assertThat(client.nextStep(Clients.PERSON)).isInstanceOf(NextStep.Ready.class);
        }
    }

    /** As {@code --ca-file} of the suite does. */
    @Test
    void trustsTheAuthoritiesOfTheJvmAsWell(@TempDir Path another) throws Exception {
        Certificates ofTheJvm = new Certificates(another);
        System.setProperty("javax.net.ssl.trustStore", another.resolve("ca.p12").toString());
        System.setProperty("javax.net.ssl.trustStorePassword", "changeit");
        try (ScriptedServer server =
                        ScriptedServer.startTls(ofTheJvm.issued("public", "-ext", HERE), Bodies.everybodyIsReady());
                LinkageClient client = Clients.of(server).caFile(authority).build()) {
            assertThat(client.nextStep(Clients.PERSON)).isInstanceOf(NextStep.Ready.class);
        } finally {
            System.clearProperty("javax.net.ssl.trustStore");
            System.clearProperty("javax.net.ssl.trustStorePassword");
        }
    }

    @Test
    void refusesACertificateForAnotherHost() throws Exception {
        assertRefused(certificates.issued("other", "-ext", "san=dns:gateway.example"), "No subject alternative names");
    }

    @Test
    void refusesAnExpiredCertificate() throws Exception {
        assertRefused(
                certificates.issued("expired", "-ext", HERE, "-startdate", "-10d", "-validity", "5"), "validity check");
    }

    @Test
    void refusesASelfSignedCertificate() throws Exception {
        try (ScriptedServer server = ScriptedServer.startTls(certificates.selfSigned(), Bodies.everybodyIsReady());
                LinkageClient client = Clients.of(server).build()) {
            assertRefused(server, client, "PKIX path");
        }
    }

    private static void assertRefused(ServerSocketFactory sockets, String reason) {
        try (ScriptedServer server = ScriptedServer.startTls(sockets, Bodies.everybodyIsReady());
                LinkageClient client = Clients.of(server)
                        .caFile(authority)
                        .retryPolicy(RetryPolicy.standard())
                        .build()) {
            assertRefused(server, client, reason);
        }
    }

    private static void assertRefused(ScriptedServer server, LinkageClient client, String reason) {
        ConnectionException failure =
                catchThrowableOfType(ConnectionException.class, () -> client.searchRegistration(Clients.PERSON));

        assertThat(failure).isNotNull().hasMessageContaining(reason);
        assertThat(failure.isTransient()).isFalse();
        assertThat(server.requests()).as("no request, and so no key, was sent").isEmpty();
        assertThat(Eventually.comesTrue(() -> server.openConnections() == 0)).isTrue();
    }

    @Test
    void saysWhichCaFileCannotBeUsed() throws Exception {
        Path noCertificate = Files.writeString(folder.resolve("note.txt"), "no certificate");
        LinkageClientBuilder builder = LinkageClient.builder();

        assertThatThrownBy(() -> builder.caFile(folder.resolve("missing.pem")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("missing.pem cannot be read");
        assertThatThrownBy(() -> builder.caFile(noCertificate))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("note.txt");
    }
}

package io.github.servicelinkage.stub.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.servicelinkage.stub.api.ServiceLinkageApi;
import io.github.servicelinkage.stub.mock.MockGateway;
import io.github.servicelinkage.stub.mock.MockGatewayBuilder;
import io.github.servicelinkage.stub.mock.RawConnection;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.PemTrustOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient.Version;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A gateway with a certificate that somebody else made, and its life. */
class OwnCertificateTest {
    private static final int CALLS = 19;

    @TempDir
    private static Path folder;

    private static Path authority;
    private static Path certificate;
    private static Path key;

    @BeforeAll
    static void makeCertificate() throws Exception {
        TestCertificates made = TestCertificates.make();
        char[] password = made.password().toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(made.keyStore()), password);
        authority = Files.writeString(folder.resolve("ca.pem"), made.authorityPem());
        certificate =
                pem("CERTIFICATE", store.getCertificate(TestCertificates.SERVER).getEncoded());
        key = pem("PRIVATE KEY", store.getKey(TestCertificates.SERVER, password).getEncoded());
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void servesWhoeverTrustsIt(Version version) throws Exception {
        try (MockGateway gateway = builder().start()) {
            HttpResponse<String> response =
                    TlsClients.client(version, authority).send(TlsClients.request(gateway), BodyHandlers.ofString());

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.version()).isEqualTo(version);
        }
    }

    @Test
    void givesUpOnACallerWhoNeverShakesHands() throws IOException {
        try (MockGateway impatient = builder().patience(Duration.ofMillis(200)).start();
                RawConnection silent = new RawConnection(impatient)) {
            assertThat(silent.receiveAll()).isEmpty();
        }
    }

    /** Vert.x is the caller: JDK 17's client abandons all responses of a connection at a GOAWAY frame, JDK 25's does not. */
    @ParameterizedTest
    @EnumSource(names = {"HTTP_1_1", "HTTP_2"})
    void finishesPendingResponsesWhenItStops(HttpVersion version) throws Exception {
        CountDownLatch arrived = new CountDownLatch(CALLS);
        MockGateway gateway = builder()
                .observer((request, response, took) -> arrived.countDown())
                .start();
        Vertx vertx = Vertx.vertx();
        try {
            HttpClient client = vertx.createHttpClient(new HttpClientOptions()
                    .setProtocolVersion(version)
                    .setSsl(true)
                    .setUseAlpn(true)
                    .setTrustOptions(new PemTrustOptions().addCertPath(authority.toString())));
            List<Future<Buffer>> calls = IntStream.range(0, CALLS)
                    .mapToObj(number -> lateResponse(client, gateway))
                    .toList();
            assertThat(arrived.await(20, TimeUnit.SECONDS)).isTrue();

            gateway.close();

            for (Future<Buffer> call : calls) {
                assertThat(call.await(20, TimeUnit.SECONDS).toString())
                        .startsWith("{\"result\":\"member\"")
                        .endsWith("}");
            }
        } finally {
            vertx.close().await(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void saysThatTheKeyIsNotThatOfTheCertificate() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        Path otherCurve =
                pem("PRIVATE KEY", generator.generateKeyPair().getPrivate().getEncoded());
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        Path otherKey =
                pem("PRIVATE KEY", generator.generateKeyPair().getPrivate().getEncoded());
        for (Path other : List.of(otherKey, otherCurve)) {
            MockGatewayBuilder builder =
                    MockGateway.builder().locale(Locale.ENGLISH).tls(certificate, other);
            assertThatThrownBy(builder::start)
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("The certificate and the key do not belong together.");
        }
    }

    private static Future<Buffer> lateResponse(HttpClient client, MockGateway gateway) {
        return client.request(
                        HttpMethod.POST,
                        gateway.url().getPort(),
                        gateway.url().getHost(),
                        gateway.url().getPath() + "/register/search")
                .compose(request -> request.putHeader("Content-Type", "application/json")
                        .putHeader(ServiceLinkageApi.API_KEY_HEADER, gateway.apiKey())
                        .putHeader(MockGateway.SCENARIO_HEADER, "delay 400ms")
                        .send(ServiceLinkageApi.PERSON_REQUEST))
                .compose(response -> response.body());
    }

    private static MockGatewayBuilder builder() {
        return MockGateway.builder().tls(certificate, key);
    }

    private static Path pem(String kind, byte[] der) throws IOException {
        String text = Base64.getMimeEncoder().encodeToString(der);
        return Files.writeString(
                Files.createTempFile(folder, "own", ".pem"),
                "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(kind, text, kind));
    }
}

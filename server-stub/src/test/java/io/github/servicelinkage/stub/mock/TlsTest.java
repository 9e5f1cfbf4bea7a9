package io.github.servicelinkage.stub.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.servicelinkage.stub.api.ServiceLinkageApi;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TlsTest {
    @TempDir
    private static Path folder;

    private static MockGateway gateway;

    @BeforeAll
    static void start() throws IOException {
        gateway = MockGateway.builder().generatedTls(folder.resolve("ca.pem")).start();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void servesWhoeverTrustsTheGeneratedAuthority(Version version) throws Exception {
        try (InputStream certificate = Files.newInputStream(folder.resolve("ca.pem"))) {
            HttpResponse<String> answer = HttpClient.newBuilder()
                    .version(version)
                    .sslContext(trusting(certificate))
                    .build()
                    .send(request(gateway), BodyHandlers.ofString());

            assertThat(gateway.url().getScheme()).isEqualTo("https");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.version()).isEqualTo(version);
        }
    }

    @Test
    void isTrustedByNobodyElse() {
        assertThatThrownBy(() -> HttpClient.newHttpClient().send(request(gateway), BodyHandlers.ofString()))
                .isInstanceOf(SSLHandshakeException.class);
    }

    @Test
    void speaksHttp1WithoutTlsWhateverIsAskedFor() throws Exception {
        try (MockGateway plain = MockGateway.builder().start()) {
            HttpResponse<String> answer = HttpClient.newBuilder()
                    .version(Version.HTTP_2)
                    .build()
                    .send(request(plain), BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.version()).isEqualTo(Version.HTTP_1_1);
        }
    }

    private static HttpRequest request(MockGateway gateway) {
        return HttpRequest.newBuilder(URI.create(gateway.url() + "/register/search"))
                .header("Content-Type", "application/json")
                .header("apikey", gateway.apiKey())
                .POST(BodyPublishers.ofString(ServiceLinkageApi.PERSON_REQUEST))
                .build();
    }

    private static SSLContext trusting(InputStream certificate) throws Exception {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry(
                "ca", CertificateFactory.getInstance("X.509").generateCertificate(certificate));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}

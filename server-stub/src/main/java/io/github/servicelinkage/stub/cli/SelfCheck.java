package io.github.servicelinkage.stub.cli;

import io.github.servicelinkage.stub.api.ServiceLinkageApi;
import io.github.servicelinkage.stub.api.ServiceLinkageApi.Route;
import io.github.servicelinkage.stub.file.GivenFile;
import io.github.servicelinkage.stub.mock.MockGateway;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Sends every operation's example request to a gateway: a smoke test, and what trains a class-data archive.
 *
 * @param gateway the gateway
 * @param trusted the certificates that it is trusted by, in PEM; null for plain HTTP. They alone count, under whatever name: this
 *     gateway is reached by its address, which its certificate need not have
 */
record SelfCheck(MockGateway gateway, @Nullable Path trusted) {
    private static final int LIMIT_MILLIS = 10_000;

    boolean passes() {
        return ServiceLinkageApi.ROUTES.stream().filter(this::responds).count() == ServiceLinkageApi.ROUTES.size();
    }

    private boolean responds(Route<?, ?> route) {
        URI url = gateway.url();
        byte[] body = ServiceLinkageApi.PERSON_REQUEST.getBytes(StandardCharsets.UTF_8);
        String head = String.format(
                Locale.ROOT,
                "%s %s%s HTTP/1.1%nHost: %s%nConnection: close%nContent-Type: application/json%n%s: %s%nContent-Length: %d%n%n",
                route.method(),
                url.getPath(),
                route.path(),
                url.getAuthority(),
                ServiceLinkageApi.API_KEY_HEADER,
                gateway.apiKey(),
                body.length);
        try (Socket socket = connect(url)) {
            socket.setSoTimeout(LIMIT_MILLIS);
            socket.getOutputStream().write(head.replaceAll("\\R", "\r\n").getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body);
            String response = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return response.startsWith("HTTP/1.1 200 ") && response.endsWith("}");
        } catch (IOException | GeneralSecurityException e) {
            return false;
        }
    }

    private Socket connect(URI url) throws IOException, GeneralSecurityException {
        String host = url.getHost().replaceFirst("^\\[(.*)]$", "$1");
        return trusted == null
                ? new Socket(host, url.getPort())
                : context(trusted).getSocketFactory().createSocket(host, url.getPort());
    }

    private static SSLContext context(Path trusted) throws IOException, GeneralSecurityException {
        KeyStore anchors = KeyStore.getInstance(KeyStore.getDefaultType());
        anchors.load(null, null);
        try (InputStream pem = GivenFile.open(trusted)) {
            for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                anchors.setCertificateEntry(String.valueOf(anchors.size()), each);
            }
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(anchors);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}

package io.github.servicelinkage.conformance.exchange;

import io.github.servicelinkage.conformance.file.InputFile;
import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.message.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Certificates to trust besides those of the system. */
final class CaFile {
    private CaFile() {}

    /**
     * A context that trusts the certificates of a PEM file and those of the system, and nothing else.
     *
     * @throws UsageException if the file holds no certificate
     */
    static SSLContext trusting(Path file) {
        try (InputStream in = InputFile.open(file)) {
            Collection<? extends Certificate> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (certificates.isEmpty()) {
                throw unusable(file);
            }
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (Certificate certificate : certificates) {
                store.setCertificateEntry("ca-" + number++, certificate);
            }
            for (X509TrustManager system : trustManagers(null)) {
                for (Certificate certificate : system.getAcceptedIssuers()) {
                    store.setCertificateEntry("system-" + number++, certificate);
                }
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trustManagers(store).toArray(TrustManager[]::new), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw unusable(file);
        }
    }

    private static Collection<X509TrustManager> trustManagers(@Nullable KeyStore store)
            throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return Arrays.stream(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .toList();
    }

    private static UsageException unusable(Path file) {
        return new UsageException(Text.of(
                "%s에서 인증서를 읽을 수 없습니다. PEM 형식의 CA 인증서 파일을 --ca-file에 지정하십시오.",
                "No certificate can be read from %s. Give --ca-file a file of CA certificates in PEM.", file));
    }
}

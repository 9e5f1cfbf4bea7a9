package io.github.servicelinkage.client.connection;

import io.github.servicelinkage.client.message.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Which certificate authorities are trusted. */
final class TrustedCertificates {

    private TrustedCertificates() {}

    static SSLContext ofTheJvm() {
        try {
            return SSLContext.getDefault();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(Messages.text("tls.noDefault"), broken);
        }
    }

    /**
     * Trusts the certificates of a file in addition to those of the JVM.
     *
     * @throws IllegalArgumentException if the file cannot be read or holds no certificate
     */
    static SSLContext ofTheJvmAnd(Path pem) {
        try (InputStream in = Files.newInputStream(pem)) {
            Collection<? extends Certificate> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (certificates.isEmpty()) {
                throw new IllegalArgumentException(Messages.text("caFile.empty", pem));
            }
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(null, trustManagers(withThoseOfTheJvm(certificates)), null);
            return tls;
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(Messages.text("caFile.unreadable", pem), unreadable);
        } catch (GeneralSecurityException noCertificate) {
            throw new IllegalArgumentException(Messages.text("caFile.malformed", pem), noCertificate);
        }
    }

    private static KeyStore withThoseOfTheJvm(Collection<? extends Certificate> certificates)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        int number = 0;
        for (Certificate certificate : certificates) {
            store.setCertificateEntry("file-" + number++, certificate);
        }
        for (TrustManager manager : trustManagers(null)) {
            List<? extends Certificate> issuers = manager instanceof X509TrustManager authorities
                    ? Arrays.asList(authorities.getAcceptedIssuers())
                    : List.of();
            for (Certificate issuer : issuers) {
                store.setCertificateEntry("jvm-" + number++, issuer);
            }
        }
        return store;
    }

    /** For null, those of the JVM, as its system properties set them. */
    private static TrustManager[] trustManagers(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }
}

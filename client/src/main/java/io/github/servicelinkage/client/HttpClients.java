package io.github.servicelinkage.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Makes HTTP clients that verify whom they talk to and follow no redirect, and refuses those that do not. */
final class HttpClients {

    private HttpClients() {}

    static HttpClient create(
            Duration connectTimeout, @Nullable ProxySelector proxy, SSLContext tls, Executor executor) {
        HttpClient.Builder http = HttpClient.newBuilder()
                .connectTimeout(connectTimeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .sslContext(tls)
                .sslParameters(verifying(tls))
                .executor(executor);
        return (proxy == null ? http : http.proxy(proxy)).build();
    }

    /** Names the check of the host name itself, so that no system property can switch it off. */
    private static SSLParameters verifying(SSLContext tls) {
        SSLParameters parameters = tls.getDefaultSSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        return parameters;
    }

    /** The JDK copies the API key to wherever a redirect leads. */
    static HttpClient checked(HttpClient http) {
        if (http.followRedirects() != HttpClient.Redirect.NEVER) {
            throw new IllegalArgumentException(
                    "the HTTP client follows redirects, which would send the API key to other"
                            + " hosts: build it with followRedirects(NEVER)");
        }
        return http;
    }

    static SSLContext systemTrust() {
        try {
            return SSLContext.getDefault();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("this Java has no working default TLS settings", broken);
        }
    }

    /** Trusts the certificates of a file and no others. */
    static SSLContext trusting(Path pem) {
        try (InputStream in = Files.newInputStream(pem)) {
            Collection<? extends Certificate> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (certificates.isEmpty()) {
                throw new IllegalArgumentException("the CA file " + pem + " holds no certificate: it must be PEM");
            }
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (Certificate certificate : certificates) {
                store.setCertificateEntry("ca-" + number++, certificate);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(null, trust.getTrustManagers(), null);
            return tls;
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(
                    "the CA file " + pem + " cannot be read: name a readable PEM file", unreadable);
        } catch (GeneralSecurityException noCertificate) {
            throw new IllegalArgumentException("the CA file " + pem + " is no PEM file of certificates", noCertificate);
        }
    }
}

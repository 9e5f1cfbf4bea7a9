package io.github.servicelinkage.stub.mock;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** With which certificate the gateway shows itself. */
sealed interface Tls {

    /** Reads or makes what there is to show, as Vert.x takes it. */
    KeyCertOptions ready() throws IOException;

    /**
     * A certificate of one's own.
     *
     * @param certificate PEM file with the certificate and those between it and its root
     * @param key PEM file with its key, PKCS #8
     */
    record Own(Path certificate, Path key) implements Tls {
        @Override
        public KeyCertOptions ready() throws IOException {
            return new PemKeyCertOptions().addCertValue(read(certificate)).addKeyValue(read(key));
        }

        private static Buffer read(Path file) throws IOException {
            try {
                return Buffer.buffer(Files.readAllBytes(file));
            } catch (NoSuchFileException e) {
                throw new IOException(file + ": no such file", e);
            }
        }
    }

    /**
     * A certificate for localhost of a certificate authority that is made for this run and then forgotten.
     *
     * @param caFile where the authority's certificate is written, for clients to trust
     */
    record Generated(Path caFile) implements Tls {
        @Override
        public KeyCertOptions ready() throws IOException {
            TestCertificates certificates = TestCertificates.make();
            Files.writeString(caFile, certificates.authorityPem());
            return new PfxOptions()
                    .setValue(Buffer.buffer(certificates.keyStore()))
                    .setPassword(certificates.password())
                    .setAlias(TestCertificates.SERVER);
        }
    }
}

package io.github.servicelinkage.stub.server;

import io.github.servicelinkage.stub.file.GivenFile;
import io.github.servicelinkage.stub.message.Problem;
import io.github.servicelinkage.stub.message.Text;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The source of the server certificate. */
public sealed interface Tls {
    /** How a certificate in PEM begins. */
    String PEM = "-----BEGIN CERTIFICATE-----";

    /** In bytes, more than any needs. */
    long LARGEST_CERTIFICATE = 1 << 16;

    /**
     * A certificate of the operator.
     *
     * @param certificate PEM file with the certificate and the intermediate ones
     * @param key PEM file with its key, PKCS #8
     */
    record Own(Path certificate, Path key) implements Tls {}

    /**
     * A certificate for localhost, issued by a certificate authority that is created for this run and then forgotten.
     *
     * @param caFile where the authority's certificate is written, for clients to trust
     */
    record Generated(Path caFile) implements Tls {}

    /**
     * Reads or creates the certificate, in the form that Vert.x takes.
     *
     * @throws Problem if there is no usable certificate
     */
    static KeyCertOptions load(Tls tls, Vertx vertx) throws Problem {
        try {
            KeyCertOptions options = tls instanceof Own own ? read(own) : generate(((Generated) tls).caFile());
            // Vert.x would read them when it begins to listen, and report what is wrong as if the port were to blame.
            KeyPairs.check(options.getKeyManagerFactory(vertx));
            return options;
        } catch (Problem e) {
            throw e;
        } catch (Exception e) {
            throw new Problem(
                    new Text(
                                    "인증서나 그 키를 쓸 수 없습니다(%s). --tls-cert와 --tls-key에 PEM 파일을, 또는 --tls-generate에 쓸 수 있는 파일을 지정하십시오.",
                                    "Cannot use the certificate or its key (%s). Specify PEM files with --tls-cert and --tls-key, or a writable file with --tls-generate.")
                            .with(e.getMessage()),
                    e);
        }
    }

    private static KeyCertOptions read(Own own) throws IOException {
        return new PemKeyCertOptions().addCertValue(read(own.certificate())).addKeyValue(read(own.key()));
    }

    private static Buffer read(Path file) throws IOException {
        try (InputStream in = GivenFile.open(file)) {
            return Buffer.buffer(in.readAllBytes());
        } catch (NoSuchFileException e) {
            throw new IOException(file + ": no such file", e);
        }
    }

    /** Another run may have written this file, or somebody has made an empty one for it; any other is somebody's. */
    private static void requireOwn(Path caFile) throws IOException {
        if (!Files.exists(caFile, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.isRegularFile(caFile, LinkOption.NOFOLLOW_LINKS)
                || Files.size(caFile) > LARGEST_CERTIFICATE
                || Files.size(caFile) > 0
                        && !new String(Files.readAllBytes(caFile), StandardCharsets.ISO_8859_1).startsWith(PEM)) {
            throw new Problem(
                    new Text(
                                    "%s 파일이 이미 있고 인증서가 아닙니다. --tls-generate에 다른 파일을 지정하십시오.",
                                    "%s exists already and is not a certificate. Name another file with --tls-generate.")
                            .with(caFile),
                    new FileAlreadyExistsException(caFile.toString()));
        }
    }

    private static KeyCertOptions generate(Path caFile) throws IOException {
        requireOwn(caFile);
        TestCertificates certificates = TestCertificates.make();
        Path written = Files.createTempFile(caFile.toAbsolutePath().getParent(), "linkage-mock", ".pem");
        try {
            Files.writeString(written, certificates.authorityPem());
            // In place of what is there, which may be a link by now.
            Files.move(written, caFile, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(written);
        }
        return new PfxOptions()
                .setValue(Buffer.buffer(certificates.keyStore()))
                .setPassword(certificates.password())
                .setAlias(TestCertificates.SERVER);
    }
}

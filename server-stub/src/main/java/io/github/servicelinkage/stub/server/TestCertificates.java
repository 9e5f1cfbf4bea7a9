package io.github.servicelinkage.stub.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * A certificate authority and a server certificate for localhost, made by the JDK's keytool: the JDK offers no class that signs
 * certificates, and the libraries that do are larger than the gateway.
 *
 * @param keyStore PKCS #12 store with the server's key and certificate, under the alias {@value #SERVER}
 * @param password of the store
 * @param authorityPem certificate of the authority
 */
@SuppressWarnings("ArrayRecordComponent")
record TestCertificates(byte[] keyStore, String password, String authorityPem) {
    static final String SERVER = "server";

    private static final String AUTHORITY = "authority";
    private static final String PASSWORD_VARIABLE = "LINKAGE_MOCK_STORE_PASSWORD";

    static TestCertificates make() throws IOException {
        Path folder = Files.createTempDirectory("linkage-mock");
        Path store = folder.resolve("store.p12");
        String password = UUID.randomUUID().toString();
        try {
            keytool(
                    store,
                    password,
                    AUTHORITY,
                    "-dname",
                    "CN=linkage mock test CA",
                    "-ext",
                    "bc:c",
                    "-ext",
                    "ku:c=keyCertSign");
            keytool(
                    store,
                    password,
                    SERVER,
                    "-dname",
                    "CN=localhost",
                    "-signer",
                    AUTHORITY,
                    "-ext",
                    "san=dns:localhost,ip:127.0.0.1,ip:::1",
                    "-ext",
                    "eku=serverAuth");
            byte[] bytes = Files.readAllBytes(store);
            return new TestCertificates(bytes, password, pem(bytes, password));
        } finally {
            Files.deleteIfExists(store);
            Files.delete(folder);
        }
    }

    private static void keytool(Path store, String password, String alias, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                "30",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass:env",
                PASSWORD_VARIABLE,
                "-alias",
                alias));
        command.addAll(List.of(more));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put(PASSWORD_VARIABLE, password);
        Process process = builder.start();
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException("keytool made no certificate: " + output.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while making a certificate");
        }
    }

    private static String pem(byte[] store, String password) throws IOException {
        try {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(new ByteArrayInputStream(store), password.toCharArray());
            byte[] der = keys.getCertificate(AUTHORITY).getEncoded();
            String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
            return "-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IOException("Cannot read the certificate that keytool made", e);
        }
    }
}

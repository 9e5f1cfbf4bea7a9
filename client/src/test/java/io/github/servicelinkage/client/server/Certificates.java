package io.github.servicelinkage.client.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate authority of the test's own, made with the JDK's keytool, and certificates of every kind. */
public final class Certificates {

    private static final String PASSWORD = "changeit";

    private final Path folder;

    /** Makes the authority in a folder that the test removes. */
    public Certificates(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        keytool("ca.p12", "-alias", "ca", "-dname", "CN=Test CA", "-ext", "bc:c", "-ext", "san=ip:127.0.0.1");
    }

    /** The authority's certificate as a PEM file. */
    public Path authority() throws IOException, GeneralSecurityException {
        byte[] der = store("ca.p12").getCertificate("ca").getEncoded();
        return Files.writeString(
                folder.resolve("ca.pem"),
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                        + "\n-----END CERTIFICATE-----\n");
    }

    /** A server with a certificate of the authority; {@code more} are options of {@code keytool -genkeypair}. */
    public ServerSocketFactory issued(String name, String... more)
            throws IOException, InterruptedException, GeneralSecurityException {
        String file = name + ".p12";
        Files.copy(folder.resolve("ca.p12"), folder.resolve(file));
        List<String> options = new ArrayList<>(List.of("-alias", name, "-dname", "CN=" + name, "-signer", "ca"));
        options.addAll(List.of(more));
        keytool(file, options.toArray(String[]::new));
        KeyStore both = store(file);
        both.deleteEntry("ca");
        return sockets(both);
    }

    /** A server with the authority's own certificate, which is signed by itself. */
    public ServerSocketFactory selfSigned() throws IOException, GeneralSecurityException {
        return sockets(store("ca.p12"));
    }

    private static ServerSocketFactory sockets(KeyStore keys) throws GeneralSecurityException {
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(managers.getKeyManagers(), null, null);
        return tls.getServerSocketFactory();
    }

    private KeyStore store(String file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve(file))) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    private void keytool(String file, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-J-XX:TieredStopAtLevel=1",
                "-genkeypair",
                "-keyalg",
                "EC",
                "-keystore",
                folder.resolve(file).toString(),
                "-storepass",
                PASSWORD));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("keytool: " + output);
        }
    }
}

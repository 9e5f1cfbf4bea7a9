package io.github.servicelinkage.conformance.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The files of the contract, as the JAR {@code service-linkage-openapi} packs them. */
final class PackedFile {
    private PackedFile() {}

    static JsonNode tree(ObjectMapper mapper, String name) {
        try {
            return mapper.readTree(text(name));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SHA-256 over the texts of files, in hexadecimal digits; several are told apart by their names. */
    static String sha256(List<String> names) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String name : names) {
                String text = names.size() == 1 ? text(name) : name + "\n" + text(name);
                digest.update(text.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With line ends as on Unix, so that every checkout gives the same digest. */
    private static String text(String name) {
        String resource = "/service-linkage/" + name;
        try (InputStream in = PackedFile.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("Missing from the class path: " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

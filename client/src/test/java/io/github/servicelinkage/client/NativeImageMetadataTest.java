package io.github.servicelinkage.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.servicelinkage.client.message.Messages;
import io.github.servicelinkage.client.model.Registration;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** GraalVM has to be told of every record that is read by reflection, also of those that the contract gets tomorrow. */
class NativeImageMetadataTest {

    private static final String METADATA =
            "/META-INF/native-image/io.github.servicelinkage/service-linkage-client/reachability-metadata.json";

    @Test
    void listsEveryGeneratedRecordAndEveryBundle() throws IOException, URISyntaxException {
        JsonNode metadata;
        try (InputStream in = LinkageClient.class.getResourceAsStream(METADATA)) {
            metadata = new ObjectMapper().readTree(in);
        }

        assertThat(texts(metadata.get("reflection"), "type")).containsExactlyElementsOf(generatedTypes());
        assertThat(texts(metadata.get("resources"), "bundle"))
                .contains(Messages.class.getPackageName() + ".messages")
                .allSatisfy(
                        bundle -> assertThat(ResourceBundle.getBundle(bundle)).isNotNull());
    }

    private static List<String> generatedTypes() throws IOException, URISyntaxException {
        Path folder = Path.of(
                        Registration.class.getResource("Registration.class").toURI())
                .getParent();
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".class") && !file.equals("package-info.class"))
                    .map(file -> Registration.class.getPackageName() + "." + file.replaceAll("\\.class$", ""))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> texts(JsonNode entries, String member) {
        return StreamSupport.stream(entries.spliterator(), false)
                .map(entry -> entry.path(member).asText())
                .toList();
    }
}

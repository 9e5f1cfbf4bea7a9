package io.github.servicelinkage.stub.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.servicelinkage.stub.message.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;

/** Reads data files: YAML that follows {@code people.schema.json} and the contract's limits, and refers only to what it defines. */
public final class DataFile {
    private static final ObjectMapper YAML = new YAMLMapper(YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .loaderOptions(options())
            .build());

    private DataFile() {}

    /** The sandbox people of the platform, and a synthetic person for every other situation; read once. */
    public static GatewayData builtIn() {
        return BuiltIn.DATA;
    }

    /**
     * Reads a file.
     *
     * @param file where it is
     * @param ownKey the gateway's own key, which no partner may have; blank for none
     * @param language language of the message
     * @throws IOException with one sentence that names file, line, member and what is wrong, and no value of the file
     */
    public static GatewayData read(Path file, String ownKey, Language language) throws IOException {
        DataProblems problems = new DataProblems(file, language);
        if (Files.isDirectory(file)) {
            throw problems.unreadable();
        }
        try {
            String text = DataText.read(file, problems);
            JsonNode tree = DataCheck.read(YAML, text, problems);
            DataCheck.structure(YAML, text, tree, problems);
            GatewayData data = YAML.treeToValue(tree, GatewayData.class);
            DataCheck.content(tree, data, ownKey, problems);
            return data;
        } catch (NoSuchFileException e) {
            throw problems.missing();
        } catch (FileSystemException e) {
            throw problems.unreadable();
        } catch (JsonProcessingException e) {
            throw problems.notYaml(e);
        }
    }

    private static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE); // DataText has a limit of its own.
        return options;
    }

    static InputStream resource(String name) {
        return Objects.requireNonNull(DataFile.class.getResourceAsStream(name), name);
    }

    /** Read when first asked for. */
    private static final class BuiltIn {
        private static final GatewayData DATA = read();

        private static GatewayData read() {
            try (InputStream yaml = resource("people.yaml")) {
                // Checked by a test, not at every start.
                return YAML.readValue(yaml, GatewayData.class);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

package io.github.servicelinkage.conformance.file;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.serialization.node.LocationJsonNodeFactoryFactory;
import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.message.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** A YAML file that its published JSON Schema has found right. */
public final class CheckedYaml {
    private static final int MOST_BYTES = 1024 * 1024;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final ObjectMapper YAML = new YAMLMapper(YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());

    private final FileProblems problems;
    private final JsonNode root;

    private CheckedYaml(FileProblems problems, JsonNode root) {
        this.problems = problems;
        this.root = root;
    }

    /**
     * Reads a file.
     *
     * @param kind what kind of file it is
     * @param file where it is
     * @throws UsageException if the file cannot be read or is not as the schema says; the message names file, line, member and remedy
     */
    public static CheckedYaml read(FileKind kind, Path file) {
        FileProblems problems = new FileProblems(kind, file);
        String text = text(file, problems);
        JsonNode root = tree(text, problems);
        JsonNode schema = schema(kind);
        List<Error> errors = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema)
                .validate(root, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
        errors.stream()
                .min(Comparator.comparing(error -> FileProblems.line(FileProblems.node(error))))
                .ifPresent(error -> {
                    throw problems.of(error, schema, line(error, text));
                });
        return new CheckedYaml(problems, root);
    }

    /** The content, whose nodes know their lines. */
    public JsonNode root() {
        return root;
    }

    /** A problem that only the reader of the content can see. */
    public UsageException problem(JsonNode node, String member, Text what) {
        return problems.at(FileProblems.line(node), member, what);
    }

    /** Of a member that is not known, the line of its name: the value may begin on a later one. */
    private static int line(Error error, String text) {
        if (error.getKeyword().equals("additionalProperties")) {
            JsonPointer name = JsonPointer.compile(String.valueOf(error.getInstanceLocation()))
                    .appendProperty(error.getProperty());
            try (JsonParser parser = YAML.createParser(text)) {
                for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                    if (token == JsonToken.FIELD_NAME
                            && parser.getParsingContext().pathAsPointer().equals(name)) {
                        return parser.currentTokenLocation().getLineNr();
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return FileProblems.line(FileProblems.node(error));
    }

    private static JsonNode schema(FileKind kind) {
        try (InputStream in = CheckedYaml.class.getResourceAsStream("/service-linkage/" + kind.schema())) {
            return YAML.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file, FileProblems problems) {
        byte[] content;
        try (InputStream in = InputFile.open(file)) {
            content = in.readNBytes(MOST_BYTES + 1);
            if (content.length > MOST_BYTES) {
                throw problems.tooLong();
            }
        } catch (NoSuchFileException e) {
            throw problems.missing();
        } catch (IOException e) {
            throw problems.unreadable();
        }
        ByteBuffer bytes = ByteBuffer.wrap(content);
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            // The decoder stops in front of what it cannot read.
            String before = new String(content, 0, bytes.position(), StandardCharsets.UTF_8);
            throw problems.notUtf8(
                    1 + (int) before.chars().filter(c -> c == '\n').count());
        }
    }

    private static JsonNode tree(String text, FileProblems problems) {
        try {
            oneDocumentWithoutAliases(text, problems);
            try (JsonParser parser = YAML.createParser(text)) {
                JsonNode tree = YAML.reader()
                        .with(LocationJsonNodeFactoryFactory.getInstance().getJsonNodeFactory(parser))
                        .readTree(parser);
                return tree == null ? MissingNode.getInstance() : tree;
            }
        } catch (JsonProcessingException e) {
            throw problems.notYaml(e);
        } catch (IOException e) {
            throw problems.unreadable();
        }
    }

    /** An alias would be read as a string of its name, and what stands behind the first document not at all. */
    private static void oneDocumentWithoutAliases(String text, FileProblems problems) throws IOException {
        try (YAMLParser parser = (YAMLParser) YAML.createParser(text)) {
            int depth = 0;
            int documents = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                int line = parser.currentTokenLocation().getLineNr();
                if (parser.isCurrentAlias()) {
                    throw problems.alias(line);
                }
                if (depth == 0 && ++documents > 1) {
                    throw problems.secondDocument(line);
                }
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            }
            if (documents == 0) {
                throw problems.empty();
            }
        }
    }
}

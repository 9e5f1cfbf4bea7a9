package io.github.servicelinkage.conformance.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The contract, as the suite reads it: everything that a check needs to know about the API is asked here. Immutable. */
public final class Contract {
    private static final String SPEC = "service-linkage.yaml";

    private final JsonNode root;
    private final String sha256;
    private final List<Operation> operations = new ArrayList<>();
    private final Map<String, ErrorCode> errorCodes = new LinkedHashMap<>();
    private final Vocabulary vocabulary;
    private final SchemaRules schemas;
    /** What stands where: checks ask for the same places at every response. */
    private final Map<String, JsonNode> places = new ConcurrentHashMap<>();

    private Contract() {
        this.root = PackedFile.tree(new YAMLMapper(), SPEC);
        this.sha256 = PackedFile.sha256(List.of(SPEC));
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> operations.add(
                                Operation.read(this, path.getKey(), method.getKey(), method.getValue()))));
        readErrorCodes();
        this.vocabulary = Vocabulary.of(root);
        this.schemas = new SchemaRules(root);
    }

    /** The contract that is packed with the suite. */
    public static Contract load() {
        return new Contract();
    }

    /** The version of the API that the contract describes. */
    public String version() {
        return root.at("/info/version").asText();
    }

    /** SHA-256 of the document, in hexadecimal digits. */
    public String sha256() {
        return sha256;
    }

    /** Name of the header that carries the API key. */
    public String apiKeyHeader() {
        return root.at("/components/securitySchemes/apikey/name").asText();
    }

    /** Path of the server URL that the operations are below. */
    public String serverPath() {
        return root.at("/servers/0/url").asText().replaceFirst("^https?://[^/]*", "");
    }

    /** The operations, in the order of the document. */
    public List<Operation> operations() {
        return List.copyOf(operations);
    }

    /** Every pair of status and code that the contract lists for an error. */
    public Set<ErrorCode> errorCodes() {
        return Set.copyOf(errorCodes.values());
    }

    /** The pair of the error example of this name. */
    public ErrorCode errorCode(String name) {
        return Objects.requireNonNull(errorCodes.get(name), () -> "The contract has no error example " + name);
    }

    /** What an error means: the name of its example. */
    public Optional<String> errorMeaning(int status, int code) {
        return errorCodes.entrySet().stream()
                .filter(error -> error.getValue().equals(new ErrorCode(status, code)))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The names and values that it says itself. */
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** The schemas, to judge JSON by. */
    public SchemaRules schemas() {
        return schemas;
    }

    /** What stands at a JSON pointer; a missing node where there is nothing. */
    public JsonNode at(String pointer) {
        return places.computeIfAbsent(pointer, root::at);
    }

    /** The pointer at which a schema really stands, references followed. */
    public String resolve(String pointer) {
        String reference = at(pointer).path("$ref").asText();
        return reference.isEmpty() ? pointer : resolve(reference.substring(1));
    }

    private void readErrorCodes() {
        root.path("components")
                .path("responses")
                .forEach(response -> response.findValues("examples")
                        .forEach(examples -> examples.properties().forEach(example -> {
                            JsonNode code = example.getValue().path("value").path("code");
                            if (code.isInt()) {
                                errorCodes.put(example.getKey(), new ErrorCode(statusOf(response), code.asInt()));
                            }
                        })));
    }

    /** The status under which the operations list an answer. */
    private int statusOf(JsonNode response) {
        for (Operation operation : operations) {
            for (Map.Entry<String, JsonNode> listed :
                    root.at(operation.pointer() + "/responses").properties()) {
                if (root.at(resolve(operation.pointer() + "/responses/" + listed.getKey())) == response) {
                    return Integer.parseInt(listed.getKey());
                }
            }
        }
        throw new IllegalStateException("No operation lists an answer that the contract describes");
    }

    /**
     * A pair that the contract lists.
     *
     * @param status HTTP status
     * @param code code of the error envelope
     */
    public record ErrorCode(int status, int code) {

        @Override
        public String toString() {
            return status + "/" + code;
        }
    }
}

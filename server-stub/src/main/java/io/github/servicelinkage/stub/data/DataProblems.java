package io.github.servicelinkage.stub.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.utils.JsonNodes;
import io.github.servicelinkage.stub.message.Language;
import io.github.servicelinkage.stub.message.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Words problems of a data file in one sentence, with file, line and member, never with a value or with a name that the schema does
 * not know, which stands as {@code *}: either may be personal.
 */
record DataProblems(Path file, Language language) {
    private static final String UNKNOWN_NAME = "*";

    /** The file does not exist. */
    IOException missing() {
        return new IOException(
                new Text("%s 파일이 없습니다. 읽을 수 있는 파일을 지정하십시오.", "%s does not exist. Specify a readable file.")
                        .with(file)
                        .in(language));
    }

    /** The file cannot be read. */
    IOException unreadable() {
        return new IOException(
                new Text("%s 파일을 읽을 수 없습니다. 읽을 수 있는 파일을 지정하십시오.", "Cannot read %s. Specify a readable file.")
                        .with(file)
                        .in(language));
    }

    /** The file is not YAML. */
    IOException notYaml(JsonProcessingException problem) {
        int line = problem.getLocation() == null
                ? 1
                : Math.max(1, problem.getLocation().getLineNr());
        if (problem.getCause() instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
            // The location is only where the last good word ended.
            line = marked.getProblemMark().getLine() + 1;
        }
        String message = String.valueOf(problem.getOriginalMessage());
        if (message.startsWith("Duplicate field")) {
            return line(line, new Text("같은 이름이 두 번 나옵니다. 하나만 남기십시오", "a duplicate name. Keep only one"));
        }
        return line(line, new Text("YAML이 아닙니다. 이 행을 고치십시오", "not YAML. Correct this line"));
    }

    /** The file is nested deeper, or has longer values, than the parser takes. */
    IOException tooMuch(int line) {
        return line(
                line,
                new Text(
                        "너무 깊이 중첩되었거나 값이 너무 깁니다. 줄이십시오",
                        "nested too deep, or a value that is too long. Make it smaller"));
    }

    /** A problem of the whole file: what the file is, or does. */
    IOException whole(Text what) {
        return new IOException(new Text("%s 파일: %s.", "%s %s.").with(file, what).in(language));
    }

    /** A problem of a line, and what to do. */
    IOException line(int line, Text what) {
        return new IOException(new Text("%s %d행: %s.", "%s, line %d: %s.")
                .with(file, line, what)
                .in(language));
    }

    /** What the schema says against the file. */
    IOException of(Error error, JsonNode schema, int line) {
        String path = path(String.valueOf(error.getInstanceLocation()), schema);
        if (!error.getKeyword().equals("additionalProperties")) {
            return at(line, path, Text.same(error.getMessage()));
        }
        String name = error.getProperty();
        String pointer = String.valueOf(error.getSchemaLocation().getFragment());
        JsonNode known =
                schema.at(pointer.substring(0, pointer.lastIndexOf('/'))).path("properties");
        return at(
                line,
                path + "/" + UNKNOWN_NAME,
                new Text("알 수 없는 항목입니다(이름 %d자). 쓸 수 있는 항목: %s", "unknown member, a name of length %d; known are %s")
                        .with(name.codePointCount(0, name.length()), String.join(", ", names(known))));
    }

    /** A problem at a node. */
    IOException at(JsonNode node, String member, Text what) {
        return at(line(node), member, what);
    }

    private IOException at(int line, String member, Text what) {
        return new IOException(new Text("%s %d행: %s: %s.", "%s, line %d: %s: %s.")
                .with(file, line, member, what.in(language))
                .in(language));
    }

    static int line(JsonNode node) {
        // An empty file has no node.
        return node.isMissingNode() ? 1 : JsonNodes.tokenStreamLocationOf(node).getLineNr();
    }

    private static String path(String location, JsonNode schema) {
        Set<String> known = new HashSet<>();
        for (JsonNode object : schema.findParents("properties")) {
            known.addAll(names(object.get("properties")));
        }
        return Arrays.stream(location.split("/"))
                .map(step -> step.matches("[0-9]*") || known.contains(step) ? step : UNKNOWN_NAME)
                .collect(Collectors.joining("/"));
    }

    private static List<String> names(JsonNode members) {
        List<String> names = new ArrayList<>();
        members.fieldNames().forEachRemaining(names::add);
        return names;
    }
}

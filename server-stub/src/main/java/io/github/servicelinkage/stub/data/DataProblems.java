package io.github.servicelinkage.stub.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.utils.JsonNodes;
import io.github.servicelinkage.stub.message.Language;
import io.github.servicelinkage.stub.message.Text;
import java.io.IOException;
import java.nio.file.Path;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Words problems of a data file in one sentence, with file, line and member, never with a value. */
record DataProblems(Path file, Language language) {

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

    /** A problem at a node. */
    IOException at(JsonNode node, String member, Text what) {
        // An empty file has no node.
        int line =
                node.isMissingNode() ? 1 : JsonNodes.tokenStreamLocationOf(node).getLineNr();
        return new IOException(new Text("%s %d행: %s: %s.", "%s, line %d: %s: %s.")
                .with(file, line, member, what.in(language))
                .in(language));
    }
}

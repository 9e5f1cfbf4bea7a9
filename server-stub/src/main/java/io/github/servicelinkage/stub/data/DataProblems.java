package io.github.servicelinkage.stub.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.utils.JsonNodes;
import io.github.servicelinkage.stub.message.Language;
import io.github.servicelinkage.stub.message.Text;
import java.io.IOException;
import java.nio.file.Path;

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
        int line = problem.getLocation() == null ? 1 : problem.getLocation().getLineNr();
        return new IOException(new Text(
                        "%s %d행: YAML이 아니거나 같은 이름이 두 번 나옵니다. 이 행을 고치십시오.",
                        "%s, line %d: not YAML, or a duplicate name. Correct this line.")
                .with(file, line)
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

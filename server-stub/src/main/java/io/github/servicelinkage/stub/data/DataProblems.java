package io.github.servicelinkage.stub.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.utils.JsonNodes;
import java.io.IOException;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Words problems of a data file: one sentence with file, line and member, never with a value. */
record DataProblems(Path file, Locale locale) {

    /** A problem of the file as a whole. */
    IOException file(String message) {
        return new IOException(text(message, file));
    }

    /** A problem at a node, in words of the message catalogue. */
    IOException at(JsonNode node, String member, String message, Object... values) {
        return inWords(node, member, text(message, values));
    }

    /** A problem at a node, in words that a library found. */
    IOException inWords(JsonNode node, String member, String what) {
        // An empty file has no node.
        int line =
                node.isMissingNode() ? 1 : JsonNodes.tokenStreamLocationOf(node).getLineNr();
        return new IOException(text("at", file, line, member, what));
    }

    /** A file that is not YAML. */
    IOException notYaml(JsonProcessingException problem) {
        int line = problem.getLocation() == null ? 1 : problem.getLocation().getLineNr();
        return new IOException(text("notYaml", file, line));
    }

    private String text(String key, Object... values) {
        ResourceBundle bundle = ResourceBundle.getBundle(DataProblems.class.getName(), locale);
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(values);
    }
}

package io.github.servicelinkage.conformance.contract;

import io.github.servicelinkage.conformance.message.Text;
import java.util.List;

/**
 * A choice where the sources are silent or disagree, {@code openapi/decisions.yaml}.
 *
 * @param id stable id, such as {@code DEC-length-unit}
 * @param question what was open
 * @param readings the ways in which the sources can be read
 * @param choice the reading that the contract takes
 * @param reason why
 * @param affects who has to act on it: gateway, fintech or platform
 */
public record Decision(String id, Text question, List<Text> readings, Text choice, Text reason, List<String> affects) {

    /** Question and choice, for people. */
    public Text text() {
        return question.then(choice);
    }
}

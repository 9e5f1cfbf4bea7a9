package io.github.servicelinkage.conformance.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.servicelinkage.conformance.exchange.Answer;
import io.github.servicelinkage.conformance.exchange.Exchange;
import io.github.servicelinkage.conformance.text.Text;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Judges whether several answers say the same. The order of members and of accounts says nothing. */
final class SameAnswer {
    static final Text EXPECTED = new Text("모두 같은 응답", "the same answer to all");

    private SameAnswer() {}

    static Finding judge(List<Exchange> exchanges) {
        Set<String> answers = new LinkedHashSet<>();
        Set<String> statuses = new LinkedHashSet<>();
        for (Exchange exchange : exchanges) {
            Answer answer = exchange.answer().orElseThrow();
            statuses.add(String.valueOf(answer.status()));
            answers.add(answer.status() + canonical(answer.json()));
        }
        String seen = String.join(", ", statuses);
        return Finding.holdsIf(
                answers.size() == 1,
                new Text(
                        "요청 %d개에 서로 다른 응답 %d가지(상태 %s)".formatted(exchanges.size(), answers.size(), seen),
                        "%d requests got %d different answers (status %s)"
                                .formatted(exchanges.size(), answers.size(), seen)));
    }

    private static String canonical(JsonNode node) {
        Set<String> parts = new TreeSet<>();
        if (node.isObject()) {
            node.properties().forEach(field -> parts.add(field.getKey() + ":" + canonical(field.getValue())));
            return parts.toString();
        }
        if (node.isArray()) {
            node.forEach(entry -> parts.add(canonical(entry)));
            return node.size() + parts.toString();
        }
        return node.toString();
    }
}

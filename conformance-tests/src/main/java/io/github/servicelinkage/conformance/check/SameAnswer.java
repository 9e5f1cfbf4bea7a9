package io.github.servicelinkage.conformance.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.servicelinkage.conformance.contract.Contract;
import io.github.servicelinkage.conformance.contract.Operation;
import io.github.servicelinkage.conformance.exchange.Answer;
import io.github.servicelinkage.conformance.exchange.Exchange;
import io.github.servicelinkage.conformance.message.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Judges whether several answers say the same. Only what the contract documents is said: a time or a number of the answer in a
 * member of its own is the gateway's affair (D3), and so is the order of members and of accounts.
 *
 * @param contract the contract
 * @param schema pointer of the schema of the answers
 */
record SameAnswer(Contract contract, String schema) {
    static final Text EXPECTED = new Text("모두 같은 응답", "the same answer to all");

    /** Judges answers of an operation. */
    static SameAnswer of(Given given, Operation operation) {
        return new SameAnswer(given.contract(), operation.responseSchema());
    }

    /** Whether all answers say the same. */
    Finding judge(List<Exchange> exchanges) {
        return same(exchanges, byRequest(exchanges).values());
    }

    /** Whether different requests are answered alike; a request that is answered now so, now so breaks LNK-BEH-01, not this. */
    Finding judgeVariations(List<Exchange> exchanges) {
        Collection<Set<String>> answers = byRequest(exchanges).values();
        return answers.stream().anyMatch(repeated -> repeated.size() > 1) ? Finding.HOLDS : same(exchanges, answers);
    }

    /** The different answers that each request got. */
    Map<String, Set<String>> byRequest(List<Exchange> exchanges) {
        Map<String, Set<String>> answers = new LinkedHashMap<>();
        exchanges.forEach(
                exchange -> answers.computeIfAbsent(exchange.request().text(), request -> new LinkedHashSet<>())
                        .add(said(exchange.answer().orElseThrow())));
        return answers;
    }

    private static Finding same(List<Exchange> exchanges, Collection<Set<String>> answers) {
        Set<String> different = new LinkedHashSet<>();
        answers.forEach(different::addAll);
        Set<String> statuses = new LinkedHashSet<>();
        exchanges.forEach(exchange ->
                statuses.add(String.valueOf(exchange.answer().orElseThrow().status())));
        String seen = String.join(", ", statuses);
        return Finding.holdsIf(
                different.size() == 1,
                () -> Text.of(
                        "요청 %d개에 서로 다른 응답 %d가지(상태 %s)",
                        "%d requests got %d different answers (status %s)", exchanges.size(), different.size(), seen));
    }

    private String said(Answer answer) {
        return answer.isSuccess()
                ? answer.status() + canonical(schema, answer.json())
                : answer.status() + "/" + answer.errorCode();
    }

    private String canonical(String pointer, JsonNode node) {
        if (node.isObject()) {
            Set<String> parts = new TreeSet<>();
            contract.at(pointer + "/properties").fieldNames().forEachRemaining(name -> {
                if (node.has(name)) {
                    parts.add(
                            name + ":" + canonical(contract.resolve(pointer + "/properties/" + name), node.get(name)));
                }
            });
            return parts.toString();
        }
        if (node.isArray()) {
            List<String> parts = new ArrayList<>();
            node.forEach(entry -> parts.add(canonical(contract.resolve(pointer + "/items"), entry)));
            parts.sort(null);
            return parts.toString();
        }
        return node.toString();
    }
}

package io.github.servicelinkage.conformance.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.servicelinkage.conformance.contract.Contract;
import io.github.servicelinkage.conformance.exchange.Request;
import io.github.servicelinkage.conformance.exchange.Response;
import io.github.servicelinkage.conformance.message.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Judges whether several responses say the same. Only what the contract documents is said: a time or a number of the response in
 * a member of its own is the gateway's affair, and so is the order of members and of accounts.
 *
 * @param operation the operation that is asked
 * @param contract the contract
 */
record SameResponse(OperationContext operation, Contract contract) {
    private static final Text EXPECTED = new Text("모두 같은 응답", "the same response to all");

    /** Judges responses of an operation. */
    static SameResponse of(OperationContext operation) {
        return new SameResponse(operation, operation.plan().contract());
    }

    /** A check that a request gets the same response every time. */
    Check repetitions(String requirement, int times, Request request) {
        Text description = Text.of("같은 요청 %d번", "the same request %d times", times);
        return operation.batch(
                requirement,
                description,
                Collections.nCopies(times, operation.valid(description, request)),
                false,
                EXPECTED,
                exchanges -> same(exchanges, byRequest(exchanges).values()));
    }

    /** A check that requests which mean the same get the same response, sent one after the other. */
    Check variations(String requirement, Text description, Request... requests) {
        return variations(
                requirement,
                description,
                Stream.of(requests)
                        .map(request -> operation.valid(description, request))
                        .toList());
    }

    /** A check that cases which mean the same get the same response, sent one after the other. */
    Check variations(String requirement, Text description, List<Case> cases) {
        return operation.batch(requirement, description, cases, false, EXPECTED, this::judgeVariations);
    }

    /** Whether different requests get the same response; a request whose responses differ between repetitions breaks LNK-BEH-01, not this. */
    private Finding judgeVariations(List<CaseExchange> exchanges) {
        Collection<Set<String>> responses = byRequest(exchanges).values();
        return responses.stream().anyMatch(repeated -> repeated.size() > 1)
                ? Finding.HOLDS
                : same(exchanges, responses);
    }

    /** The different responses that each request got. */
    Map<String, Set<String>> byRequest(List<CaseExchange> exchanges) {
        Map<String, Set<String>> responses = new LinkedHashMap<>();
        exchanges.forEach(exchange -> responses
                .computeIfAbsent(exchange.request().text(), request -> new LinkedHashSet<>())
                .add(said(exchange.response().orElseThrow())));
        return responses;
    }

    private static Finding same(List<CaseExchange> exchanges, Collection<Set<String>> responses) {
        Set<String> different = new LinkedHashSet<>();
        responses.forEach(different::addAll);
        Set<String> statuses = new LinkedHashSet<>();
        exchanges.forEach(exchange ->
                statuses.add(String.valueOf(exchange.response().orElseThrow().status())));
        String seen = String.join(", ", statuses);
        return Finding.holdsIf(
                different.size() == 1,
                () -> Text.of(
                        "요청 %d개에 서로 다른 응답 %d가지(상태 %s)",
                        "%d requests got %d different responses (status %s)",
                        exchanges.size(),
                        different.size(),
                        seen));
    }

    private String said(Response response) {
        return response.isSuccess()
                ? response.status() + canonical(operation.responseSchema(), response.json())
                : response.status() + "/" + response.errorCode();
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

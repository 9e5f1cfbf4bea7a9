package io.github.servicelinkage.conformance.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.servicelinkage.conformance.contract.Contract;
import io.github.servicelinkage.conformance.exchange.Request;
import io.github.servicelinkage.conformance.exchange.Response;
import io.github.servicelinkage.conformance.message.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Judges whether several responses say the same. Only what the contract documents is said: a time or a number of the response in
 * a member of its own is the gateway's affair, and so is the order of members and of accounts.
 *
 * @param operation the operation that is asked
 * @param contract the contract
 */
record SameResponse(OperationContext operation, Contract contract) {
    private static final Set<Integer> BUSY = Set.of(429, 503);
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
                Check.Manner.ONE_BY_ONE,
                EXPECTED,
                this::judgeRepetitions);
    }

    /**
     * A check that cases get the same response as the control, which is sent twice before them: a gateway whose responses vary
     * from time to time breaks LNK-BEH-01, and nothing else can be told of it.
     */
    Check asControl(String requirement, Text description, List<Case> cases) {
        return operation.comparison(
                requirement,
                description,
                operation.control(),
                cases,
                new Text("대조 요청과 같은 응답", "the same response as the control"),
                this::judgeAgainstFirst);
    }

    private Finding judgeRepetitions(List<CaseExchange> all) {
        List<CaseExchange> served = served(all);
        if (served.size() < 2) {
            return tooBusy(all);
        }
        if (served.stream().noneMatch(CaseExchange::isSuccess)) {
            return notAccepted(served.get(0));
        }
        // A 5xx now and then breaks LNK-BEH-02.
        List<CaseExchange> exchanges =
                served.stream().filter(exchange -> !exchange.isServerFailure()).toList();
        Set<String> different = new LinkedHashSet<>();
        byRequest(exchanges).values().forEach(different::addAll);
        return Finding.holdsIf(
                different.size() == 1,
                () -> Text.of(
                        "요청 %d개에 서로 다른 응답 %d가지(상태 %s)",
                        "%d requests got %d different responses (status %s)",
                        exchanges.size(),
                        different.size(),
                        statuses(exchanges)));
    }

    private Finding judgeAgainstFirst(List<CaseExchange> all) {
        List<CaseExchange> exchanges = served(all);
        if (exchanges.isEmpty() || !exchanges.get(0).request().equals(all.get(0).request())) {
            return tooBusy(all);
        }
        Map<Request, Set<String>> responses = byRequest(exchanges);
        Set<String> control = responses.getOrDefault(exchanges.get(0).request(), Set.of());
        if (!exchanges.get(0).isSuccess()) {
            return notAccepted(exchanges.get(0));
        }
        if (responses.values().stream().anyMatch(repeated -> repeated.size() > 1)) {
            return Finding.notJudged(new Text(
                    "판정할 수 없음: 같은 요청에 대한 응답이 그때그때 다름(LNK-BEH-01)",
                    "not judged: the same request gets different responses (LNK-BEH-01)"));
        }
        return exchanges.stream()
                .filter(exchange -> !control.contains(said(exchange.response().orElseThrow())))
                .findFirst()
                .map(SameResponse::different)
                .orElse(Finding.HOLDS);
    }

    private static Finding tooBusy(List<CaseExchange> exchanges) {
        return Finding.notJudged(exchanges.stream()
                .filter(exchange ->
                        BUSY.contains(exchange.response().orElseThrow().status()))
                .findFirst()
                .orElseThrow()
                .turnedAway());
    }

    /** A gateway that was too busy for a request has said nothing about it. */
    private static List<CaseExchange> served(List<CaseExchange> exchanges) {
        return exchanges.stream()
                .filter(exchange ->
                        !BUSY.contains(exchange.response().orElseThrow().status()))
                .toList();
    }

    private static Finding different(CaseExchange exchange) {
        return exchange.isSuccess()
                ? Finding.broken(Text.of(
                                "%s: 응답의 데이터가 다름",
                                "%s got other data", exchange.planned().description()))
                        .shownBy(exchange)
                : exchange.broken();
    }

    private static Finding notAccepted(CaseExchange control) {
        return Finding.notJudged(Text.of(
                "판정할 수 없음: 대조 요청을 수락하지 않음(%s)",
                "not judged: the control was not accepted (%s)",
                Expectation.got(control.response().orElseThrow())));
    }

    /** The different responses that each request got. */
    Map<Request, Set<String>> byRequest(List<CaseExchange> exchanges) {
        Map<Request, Set<String>> responses = new LinkedHashMap<>();
        exchanges.forEach(exchange -> responses
                .computeIfAbsent(exchange.request(), request -> new LinkedHashSet<>())
                .add(said(exchange.response().orElseThrow())));
        return responses;
    }

    private static String statuses(List<CaseExchange> exchanges) {
        Set<String> statuses = new LinkedHashSet<>();
        exchanges.forEach(exchange ->
                statuses.add(String.valueOf(exchange.response().orElseThrow().status())));
        return String.join(", ", statuses);
    }

    /** What a response says, as far as the contract documents it. */
    String said(Response response) {
        return response.isSuccess()
                ? response.status() + canonical(operation.responseSchema(), response.json())
                : response.status() + "/" + response.errorCode();
    }

    /** Whether a response has any of the members that the contract documents. */
    boolean tells(Response response) {
        for (Iterator<String> names =
                        contract.at(operation.responseSchema() + "/properties").fieldNames();
                names.hasNext(); ) {
            if (response.json().has(names.next())) {
                return true;
            }
        }
        return false;
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

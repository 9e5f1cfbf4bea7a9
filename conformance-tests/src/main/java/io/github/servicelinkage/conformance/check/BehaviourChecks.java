package io.github.servicelinkage.conformance.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.servicelinkage.conformance.contract.Operation;
import io.github.servicelinkage.conformance.exchange.Answer;
import io.github.servicelinkage.conformance.exchange.Exchange;
import io.github.servicelinkage.conformance.exchange.Intent;
import io.github.servicelinkage.conformance.exchange.Request;
import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.subject.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Clause family D11: both operations only read, so nothing but the request decides about the answer. */
final class BehaviourChecks implements CheckFamily {
    private static final int REPETITIONS = 5;
    private static final int CONCURRENT_REQUESTS_EACH = 10;

    @Override
    public List<Check> checks(Given given) {
        return given.perOperation(operation -> {
            Request accepted = given.accepted(operation);
            return List.of(
                    new Check.Together(
                            "LNK-BEH-01",
                            operation.id(),
                            Text.of("같은 요청 %d번", "the same request %d times", REPETITIONS),
                            Collections.nCopies(REPETITIONS, accepted),
                            false,
                            SameAnswer.EXPECTED,
                            SameAnswer.of(given, operation)::judge),
                    noServerError(operation, given),
                    new Check.Together(
                            "LNK-BEH-03",
                            operation.id(),
                            new Text("서로 다른 reqIdConsumer", "different values of reqIdConsumer"),
                            Stream.of("", "", "reqid-0002", "reqid-0002", "요청-3", "요청-3")
                                    .map(id -> withReqIdConsumer(accepted, id))
                                    .toList(),
                            false,
                            SameAnswer.EXPECTED,
                            SameAnswer.of(given, operation)::judgeVariations),
                    isolation(given, operation),
                    new Check.Observing(
                            "LNK-BEH-05",
                            operation.id(),
                            new Text("제한 시간 안에 응답", "answered within the time limit"),
                            exchange -> Optional.of(Finding.holdsIf(
                                    exchange.failure()
                                            .filter(reason -> reason == Exchange.Failure.TIMEOUT
                                                    || reason == Exchange.Failure.CLOSED)
                                            .isEmpty(),
                                    () -> exchange.failure()
                                            .map(Exchange.Failure::text)
                                            .orElse(Text.NONE)))));
        });
    }

    private static Request withReqIdConsumer(Request accepted, String value) {
        return accepted.withJson(body -> ((ObjectNode) body.get("commonHeader")).put("reqIdConsumer", value));
    }

    private static Check noServerError(Operation operation, Given given) {
        return new Check.Observing(
                "LNK-BEH-02",
                operation.id(),
                new Text("5xx 없음", "no 5xx"),
                exchange -> exchange.request().intent() != Intent.VALID
                        ? Optional.empty()
                        : exchange.answer()
                                .map(answer -> Finding.holdsIf(
                                        answer.status() < 500 || given.isUserNotFound(answer),
                                        () -> Expectation.got(answer))));
    }

    /** Asks for every person at the same time; none must get what another gets. */
    private static Check isolation(Given given, Operation operation) {
        List<Request> people = new ArrayList<>();
        for (Role role : Role.values()) {
            given.subjects()
                    .find(role)
                    .ifPresent(subject ->
                            people.add(given.accepted(operation, subject).as(Intent.OPEN)));
        }
        if (people.size() < 2) {
            return new Check.Skipped(
                    "LNK-BEH-04",
                    operation.id(),
                    new Text("대상자 파일에 한 사람뿐입니다.", "The subjects file has only one person."));
        }
        List<Request> requests = new ArrayList<>();
        for (int i = 0; i < CONCURRENT_REQUESTS_EACH; i++) {
            requests.addAll(people);
        }
        return new Check.Together(
                "LNK-BEH-04",
                operation.id(),
                Text.of("%d개의 요청을 동시에", "%d requests at the same time", requests.size()),
                requests,
                true,
                new Text("각자 자기 응답", "everybody their own answer"),
                exchanges -> everybodyTheirOwn(SameAnswer.of(given, operation), exchanges));
    }

    /** An answer that changes from time to time breaks LNK-BEH-01; here only that of somebody else counts. */
    private static Finding everybodyTheirOwn(SameAnswer same, List<Exchange> exchanges) {
        List<Exchange> successes = exchanges.stream()
                .filter(exchange -> exchange.answer().filter(Answer::isSuccess).isPresent())
                .toList();
        Collection<Set<String>> answers = same.byRequest(successes).values();
        long mixed = answers.stream()
                .filter(own -> own.size() > 1)
                .filter(own -> answers.stream().anyMatch(others -> others != own && !Collections.disjoint(own, others)))
                .count();
        return Finding.holdsIf(
                mixed == 0, () -> Text.of("%d명이 다른 사람의 응답을 받음", "%d people got the answer of somebody else", mixed));
    }
}

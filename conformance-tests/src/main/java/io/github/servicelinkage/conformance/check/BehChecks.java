package io.github.servicelinkage.conformance.check;

import io.github.servicelinkage.conformance.contract.Member;
import io.github.servicelinkage.conformance.exchange.Exchange;
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

/** BEH: both operations only read, so nothing but the request decides about the response. */
final class BehChecks implements CheckFamily {
    /** The requirement that a request without a response breaks. */
    static final String ANSWERED_IN_TIME = "LNK-BEH-05";

    private static final int REPETITIONS = 5;
    private static final int CONCURRENT_REQUESTS_EACH = 10;

    @Override
    public List<Check> checks(PlanContext context) {
        return context.perOperation(operation -> List.of(
                SameResponse.of(operation).repetitions("LNK-BEH-01", REPETITIONS, operation.accepted()),
                noServerError(operation),
                traceIds(operation),
                isolation(operation),
                PassiveChecks.exchanges(
                        ANSWERED_IN_TIME,
                        operation,
                        new Text("제한 시간 안에 응답", "a response within the time limit"),
                        exchange -> Optional.of(Finding.holdsIf(
                                exchange.failure().isEmpty()
                                        || exchange.exchange().isUnreachable(),
                                () -> exchange.failure()
                                        .map(Exchange.Failure::text)
                                        .orElse(Text.NONE))))));
    }

    private static Check traceIds(OperationContext operation) {
        Member member = operation.freeText();
        Text description = Text.of("서로 다른 %s", "different values of %s", member.name());
        return SameResponse.of(operation)
                .variations(
                        "LNK-BEH-03",
                        description,
                        Stream.of("", "", "reqid-0002", "reqid-0002", "요청-3", "요청-3")
                                .map(id -> operation
                                        .valid(description, operation.with(member, id))
                                        .varying(member, id))
                                .toList());
    }

    private static Check noServerError(OperationContext operation) {
        return PassiveChecks.exchanges(
                "LNK-BEH-02",
                operation,
                new Text("5xx 없음", "no 5xx"),
                exchange -> exchange.intent() != Intent.VALID
                        ? Optional.empty()
                        : exchange.response()
                                .map(response -> Finding.holdsIf(
                                        response.status() < 500
                                                || operation.plan().errors().isUserNotFound(response),
                                        () -> Expectation.got(response))));
    }

    /** Asks for every person at the same time; none must get what another gets. */
    private static Check isolation(OperationContext operation) {
        List<Request> people = Stream.of(Role.values())
                .flatMap(role -> operation.plan().subjects().find(role).stream())
                .map(operation::accepted)
                .toList();
        if (people.size() < 2) {
            return operation.skipped(
                    "LNK-BEH-04", new Text("대상자 파일에 한 사람뿐입니다.", "The subjects file has only one person."));
        }
        int all = CONCURRENT_REQUESTS_EACH * people.size();
        Text description = Text.of("%d개의 요청을 동시에", "%d requests at the same time", all);
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < all; i++) {
            cases.add(operation.open(description, people.get(i % people.size())));
        }
        return operation.batch(
                "LNK-BEH-04",
                description,
                cases,
                true,
                new Text("요청마다 본인의 데이터로 응답", "everybody their own response"),
                exchanges -> everybodyTheirOwn(SameResponse.of(operation), exchanges));
    }

    /** A response that changes from time to time breaks LNK-BEH-01; here only the response for another person counts. */
    private static Finding everybodyTheirOwn(SameResponse same, List<CaseExchange> exchanges) {
        List<CaseExchange> successes =
                exchanges.stream().filter(CaseExchange::isSuccess).toList();
        Collection<Set<String>> responses = same.byRequest(successes).values();
        long mixed = responses.stream()
                .filter(own -> own.size() > 1)
                .filter(own ->
                        responses.stream().anyMatch(others -> others != own && !Collections.disjoint(own, others)))
                .count();
        return Finding.holdsIf(
                mixed == 0,
                () -> Text.of("%d명이 다른 사람의 응답을 받음", "%d people got the response for another person", mixed));
    }
}

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

    private static final String COOKIES = "LNK-BEH-07";
    private static final int REPETITIONS = 5;
    private static final int CONCURRENT_REQUESTS_EACH = 10;

    @Override
    public List<Check> checks(PlanContext context) {
        return context.perOperation(operation -> List.of(
                SameResponse.of(operation).repetitions("LNK-BEH-01", REPETITIONS, operation.accepted()),
                noServerError(operation),
                traceIds(operation),
                isolation(operation),
                dependsOnRequest(operation),
                cookies(operation),
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
                .asControl(
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
                                .map(response ->
                                        Finding.holdsIf(response.status() < 500, () -> Expectation.got(response))));
    }

    /** Asks for every person at the same time; none must get what another gets. */
    private static Check isolation(OperationContext operation) {
        List<Role> people = Stream.of(Role.values())
                .filter(role -> operation.plan().subjects().find(role).isPresent())
                .toList();
        if (people.size() < 2) {
            return operation.skipped(
                    "LNK-BEH-04", new Text("대상자 파일에 한 사람뿐입니다.", "The subjects file has only one person."));
        }
        int all = CONCURRENT_REQUESTS_EACH * people.size();
        Text description = Text.of("%d개의 요청을 동시에", "%d requests at the same time", all);
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < all; i++) {
            Role role = people.get(i % people.size());
            Request request =
                    operation.accepted(operation.plan().subjects().find(role).orElseThrow());
            // What the others get is judged by LNK-BIZ-01 to LNK-BIZ-05, one finding each.
            cases.add(
                    role == Role.MEMBER_WITH_ACCOUNTS
                            ? operation.valid(description, request)
                            : operation.open(description, request));
        }
        return operation.batch(
                "LNK-BEH-04",
                description,
                cases,
                Check.Manner.AT_ONCE,
                new Text("요청마다 본인의 데이터로 응답", "everybody their own response"),
                exchanges -> everybodyTheirOwn(SameResponse.of(operation), exchanges));
    }

    /** A response that changes from time to time breaks LNK-BEH-01; here only the response for another person counts. */
    private static Finding everybodyTheirOwn(SameResponse same, List<CaseExchange> exchanges) {
        Collection<Set<String>> responses = same.byRequest(
                        exchanges.stream().filter(CaseExchange::isSuccess).toList())
                .values();
        if (responses.size() < 2) {
            return Finding.notJudged(new Text(
                    "판정할 수 없음: 동시에 보낸 요청 가운데 두 사람 이상이 성공 응답을 받지 못함",
                    "not judged: of the requests at the same time fewer than two people's got a success"));
        }
        long mixed = responses.stream()
                .filter(own -> own.size() > 1)
                .filter(own ->
                        responses.stream().anyMatch(others -> others != own && !Collections.disjoint(own, others)))
                .count();
        return Finding.holdsIf(
                mixed == 0,
                () -> Text.of("%d명이 다른 사람의 응답을 받음", "%d people got the response for another person", mixed));
    }

    /** What a valid request gets, somebody else's and an empty one get as well, to the byte: nobody reads the request. */
    private static Check dependsOnRequest(OperationContext operation) {
        Case control = operation.control();
        Request stranger = operation.accepted(new Strangers(operation).ordinary());
        return operation.batch(
                Plan.DEPENDS_ON_REQUEST,
                new Text("서로 다른 요청", "requests that have nothing in common"),
                List.of(
                        control,
                        operation.open(new Text("모르는 사람", "an unknown person"), stranger),
                        operation.sent(
                                Intent.OPEN,
                                new Text("빈 객체", "an empty object"),
                                control.request().withBody("{}"),
                                Expectation.refused())),
                Check.Manner.ONE_BY_ONE,
                new Text("요청에 따라 다른 응답", "a response that depends on the request"),
                exchanges -> judgeDependence(exchanges));
    }

    private static Finding judgeDependence(List<CaseExchange> exchanges) {
        if (!exchanges.get(0).isSuccess()) {
            return Finding.notJudged(new Text("판정할 수 없음: 대조 요청을 수락하지 않음", "not judged: the control was not accepted"));
        }
        return Finding.holdsIf(
                !exchanges.stream().allMatch(CaseExchange::isSuccess)
                        || exchanges.stream()
                                        .map(exchange -> exchange.response()
                                                .orElseThrow()
                                                .text())
                                        .distinct()
                                        .count()
                                > 1,
                () -> new Text(
                        "무엇을 보내든 같은 응답이 옴(앞단의 캐시나 고정된 응답으로 보임)",
                        "whatever is sent, the response is the same: a cache in front, or a fixed response"));
    }

    private static Check cookies(OperationContext operation) {
        Role other = operation.tellsMembership() ? Role.NON_MEMBER : Role.OTHER_MEMBER_WITH_ACCOUNTS;
        return operation.withSubject(COOKIES, other, subject -> {
            Case main = operation.control();
            Case next = operation.open(
                    new Text("받은 쿠키를 붙인 다른 사람", "another person, with the cookies that were set"),
                    operation.accepted(subject));
            return operation.batch(
                    COOKIES,
                    next.description(),
                    List.of(main, next),
                    Check.Manner.IN_ONE_SESSION,
                    new Text("그 사람의 데이터로 응답", "the data of that person"),
                    exchanges -> judgeCookies(SameResponse.of(operation), exchanges));
        });
    }

    private static Finding judgeCookies(SameResponse same, List<CaseExchange> exchanges) {
        if (exchanges.stream()
                .noneMatch(exchange ->
                        exchange.response().orElseThrow().header("Set-Cookie").isPresent())) {
            return Finding.notJudged(new Text("대상이 쿠키를 주지 않음", "the target sets no cookies"));
        }
        List<CaseExchange> successes =
                exchanges.stream().filter(CaseExchange::isSuccess).toList();
        return Finding.holdsIf(
                successes.size() < 2
                        || same.byRequest(successes).values().stream()
                                        .distinct()
                                        .count()
                                > 1,
                () -> new Text("앞사람의 데이터로 응답함", "the data of the person before came"));
    }
}

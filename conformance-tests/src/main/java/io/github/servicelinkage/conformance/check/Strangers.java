package io.github.servicelinkage.conformance.check;

import io.github.servicelinkage.conformance.contract.Member;
import io.github.servicelinkage.conformance.exchange.Request;
import io.github.servicelinkage.conformance.exchange.Response;
import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.subject.Subject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Somebody whom no gateway knows: a name and a ci of the usual form that belong to nobody. What is asked about a stranger is
 * compared with what is asked about another one, so that only what differs is blamed.
 *
 * @param operation the operation that is asked
 */
record Strangers(OperationContext operation) {
    private static final String NAME = "가나다";
    private static final String PADDING = "==";
    private static final byte[] SEED =
            "a person whom nobody knows, in sixty-four bytes, as long as a ci ".getBytes(StandardCharsets.US_ASCII);

    /** A ci of this length in code points that belongs to nobody: Base64, as in the sandbox. */
    static String ci(int length) {
        String digits = Base64.getEncoder().withoutPadding().encodeToString(SEED);
        return digits.repeat(1 + length / digits.length()).substring(0, length - PADDING.length()) + PADDING;
    }

    /** A stranger with a ci and a name of the usual form. */
    Subject ordinary() {
        return new Subject(ci(ciMember().maxLength().orElseThrow()), NAME, List.of());
    }

    /** Where the ci stands. */
    Member ciMember() {
        return personal().filter(member -> !isName(member)).findFirst().orElseThrow();
    }

    /** Whether a personal member holds a name, which is not in Latin letters. */
    static boolean isName(Member member) {
        return member.schema().path("example").asText().chars().anyMatch(c -> c >= 0x80);
    }

    /** The request about the ordinary stranger, with another value in one member. */
    Request with(Member member, String value) {
        return operation
                .accepted(ordinary())
                .withJson(body -> member.parentIn(body).put(member.name(), value));
    }

    /** The request about the ordinary stranger. */
    Case ordinaryCase() {
        return operation.open(new Text("평범한 모르는 사람", "an ordinary unknown person"), operation.accepted(ordinary()));
    }

    /** A check that values of a member are taken where an ordinary stranger's are, whatever else the gateway says of strangers. */
    Check sameAsOrdinary(String requirement, Text description, List<Case> cases) {
        Case ordinary = ordinaryCase();
        return operation.comparison(
                requirement,
                description,
                ordinary,
                cases,
                new Text("평범한 값과 같이 수락", "accepted as an ordinary value is"),
                exchanges -> judge(ordinary.request(), exchanges));
    }

    private Finding judge(Request ordinary, List<CaseExchange> exchanges) {
        Predicate<CaseExchange> isOrdinary = exchange -> exchange.request().equals(ordinary);
        List<CaseExchange> refused = exchanges.stream()
                .filter(exchange -> !isAccepted(exchange.response().orElseThrow()))
                .toList();
        if (refused.stream().anyMatch(isOrdinary)) {
            return Finding.notJudged(Text.of(
                    "판정할 수 없음: 평범한 모르는 사람도 거부함(%s)",
                    "not judged: an ordinary unknown person is refused as well (%s)",
                    Expectation.got(refused.get(0).response().orElseThrow())));
        }
        return refused.stream().findFirst().map(CaseExchange::broken).orElse(Finding.HOLDS);
    }

    /** A person who is not known may get the documented error, but only where accounts are looked up. */
    boolean isAccepted(Response response) {
        return response.isSuccess()
                || !operation.tellsMembership() && operation.plan().errors().isUserNotFound(response);
    }

    private Stream<Member> personal() {
        return operation.members().stream().filter(Member::isPersonal);
    }
}

package io.github.servicelinkage.conformance.check;

import io.github.servicelinkage.conformance.exchange.Request;
import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.subject.Subject;
import io.github.servicelinkage.conformance.subject.Subjects.Partner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Whether accounts are known by the company and the service that ask for them.
 *
 * @param operation the operation that is asked
 */
record BizPartners(OperationContext operation) {
    /** Codes of the right form that nobody was given. */
    private static final Partner UNISSUED = new Partner("Z9Z9Z", "999999");

    List<Check> checks() {
        List<Check> checks = new ArrayList<>(List.of(foreignPartner()));
        if (!operation.tellsMembership()) {
            checks.add(unissued());
            checks.add(otherService());
        }
        return checks;
    }

    private Check foreignPartner() {
        return operation
                .plan()
                .subjects()
                .foreignPartner()
                .map(partner -> operation.check(
                        "LNK-BIZ-13",
                        operation.open(
                                new Text("다른 이용기관의 코드", "the codes of another fintech company"),
                                asking(partner, operation.plan().subjects().main()),
                                new Expectation(
                                        new Text("데이터 없음", "no data"),
                                        response -> Finding.holdsIf(
                                                operation.tellsMembership()
                                                        ? !response.isSuccess()
                                                        : AccountList.of(operation, response)
                                                                .numbers()
                                                                .isEmpty(),
                                                () -> Expectation.got(response))))))
                .orElseGet(() -> operation.skipped(
                        "LNK-BIZ-13",
                        new Text(
                                "대상자 파일에 다른 이용기관(foreign-partner)이 없습니다.",
                                "The subjects file has no foreign-partner.")));
    }

    private Check unissued() {
        Subject main = operation.plan().subjects().main();
        Partner own = operation.plan().subjects().partner();
        Expectation expectation = new Expectation(
                new Text("누구의 계좌도 없음", "nobody's accounts"),
                response -> Finding.holdsIf(
                        !AccountList.of(operation, response).hasAnyOf(main),
                        () -> new Text("그 사람의 계좌로 응답함", "the response lists the accounts of the person")));
        return operation.check(
                "LNK-BIZ-09",
                operation.open(
                        new Text("발급되지 않은 기업 코드", "a company code that was issued to nobody"),
                        asking(new Partner(UNISSUED.comId(), own.srvId()), main),
                        expectation),
                operation.open(
                        new Text("발급되지 않은 서비스 코드", "a service code that was issued to nobody"),
                        asking(new Partner(own.comId(), UNISSUED.srvId()), main),
                        expectation));
    }

    private Check otherService() {
        Subject main = operation.plan().subjects().main();
        return operation
                .plan()
                .subjects()
                .otherService()
                .map(service -> operation.check(
                        "LNK-BIZ-10",
                        operation.open(
                                new Text("다른 서비스의 코드", "the code of another service"),
                                asking(service.partner(), main),
                                new Expectation(
                                        Text.of(
                                                "계좌 %d개",
                                                "%d accounts",
                                                service.vtAccNos().size()),
                                        response -> response.isSuccess()
                                                ? AccountList.of(operation, response)
                                                        .comparedWith(service.vtAccNos())
                                                : Finding.notJudged(Text.of(
                                                        "판정할 수 없음: 그 서비스로 조회할 수 없음(%s)",
                                                        "not judged: that service is refused (%s)",
                                                        Expectation.got(response)))))))
                .orElseGet(() -> operation.skipped(
                        "LNK-BIZ-10",
                        new Text("대상자 파일에 다른 서비스(other-service)가 없습니다.", "The subjects file has no other-service.")));
    }

    private Request asking(Partner partner, Subject subject) {
        Map<String, String> codes = Map.of("comId", partner.comId(), "srvId", partner.srvId());
        return operation
                .accepted(subject)
                .withJson(body -> operation.members().stream()
                        .filter(member -> codes.containsKey(member.name()))
                        .forEach(member -> member.parentIn(body).put(member.name(), codes.get(member.name()))));
    }
}

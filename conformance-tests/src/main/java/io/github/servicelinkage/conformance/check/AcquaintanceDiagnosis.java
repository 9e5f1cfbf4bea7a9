package io.github.servicelinkage.conformance.check;

import io.github.servicelinkage.conformance.exchange.Response;
import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.subject.Role;
import java.util.List;

/**
 * Tells if a gateway does not know the person of the control: then it was asked about the wrong people.
 *
 * @param context knows the people
 */
record AcquaintanceDiagnosis(PlanContext context) implements Diagnosis {

    @Override
    public List<Text> of(List<CaseExchange> exchanges) {
        return context.operations().stream()
                        .filter(OperationContext::tellsMembership)
                        .anyMatch(operation -> isStranger(operation, exchanges))
                ? List.of(Text.of(
                        "대상이 %s(으)로 조회한 사람을 회원으로 알지 못합니다. 대상이 아는 사람을 --subjects로 지정하십시오. 지정하지 않으면 샌드박스의 사람들을 조회합니다.",
                        "The target does not know the %s that was asked for. Give people whom it knows by --subjects; without it, those of the sandbox are asked for.",
                        Role.MEMBER_WITH_ACCOUNTS.label()))
                : List.of();
    }

    private static boolean isStranger(OperationContext operation, List<CaseExchange> exchanges) {
        List<Response> responses = exchanges.stream()
                .filter(exchange -> exchange.planned().sendsTheSameAs(operation.control()))
                .flatMap(exchange -> exchange.response().stream())
                .filter(Response::isSuccess)
                .toList();
        return !responses.isEmpty()
                && responses.stream().allMatch(response -> Membership.isNonMember(operation, response));
    }
}

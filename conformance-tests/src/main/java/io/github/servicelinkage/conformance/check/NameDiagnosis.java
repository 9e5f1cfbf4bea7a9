package io.github.servicelinkage.conformance.check;

import io.github.servicelinkage.conformance.exchange.Request;
import io.github.servicelinkage.conformance.message.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds out what a gateway takes for a person's name: LNK-BIZ-06 leaves it open. */
record NameDiagnosis(PlanContext context) implements Diagnosis {

    @Override
    public List<Text> of(List<CaseExchange> exchanges) {
        return context.operations().stream()
                .flatMap(operation ->
                        new BizIdentity(operation).names().flatMap(names -> of(operation, names, exchanges)).stream())
                .toList();
    }

    private static Optional<Text> of(OperationContext operation, BizNames names, List<CaseExchange> exchanges) {
        Optional<String> own = said(operation, operation.accepted(), exchanges);
        Optional<String> foreign = said(operation, names.foreign().request(), exchanges);
        if (own.isEmpty() || foreign.isEmpty()) {
            return Optional.empty();
        }
        if (foreign.equals(own)) {
            return Optional.of(Text.of(
                    "%s: 이름을 비교하지 않습니다(다른 사람의 이름으로도 같은 응답).",
                    "%s compares no names: with the name of somebody else the response is the same.", operation.id()));
        }
        List<Text> taken = new ArrayList<>();
        for (Map.Entry<NameForm, Case> form : names.forms().entrySet()) {
            if (said(operation, form.getValue().request(), exchanges).equals(own)) {
                taken.add(form.getKey().words);
            }
        }
        return Optional.of(taken.stream()
                .reduce((a, b) -> Text.of("%s, %s", "%s, %s", a, b))
                .map(list -> Text.of("%s: 이름과 같게 봅니다: %s.", "%s takes for the name as well: %s.", operation.id(), list))
                .orElseGet(() ->
                        Text.of("%s: 이름을 글자 그대로 비교합니다.", "%s compares names character by character.", operation.id())));
    }

    private static Optional<String> said(OperationContext operation, Request request, List<CaseExchange> exchanges) {
        return exchanges.stream()
                .filter(exchange -> exchange.planned().operation().equals(operation.id())
                        && exchange.request().equals(request)
                        && !exchange.isOnlyAskedToWait())
                .flatMap(exchange -> exchange.response().stream())
                .filter(response ->
                        response.isError() || SameResponse.of(operation).tells(response))
                .map(SameResponse.of(operation)::said)
                .findFirst();
    }
}

package io.github.servicelinkage.conformance.check;

import io.github.servicelinkage.client.api.ServiceLinkageApi;
import io.github.servicelinkage.conformance.contract.Operation;
import io.github.servicelinkage.conformance.message.Text;
import java.util.List;
import java.util.regex.Pattern;

/** Clause family D12: how a gateway slows its callers down. Observes; provokes nothing. */
final class FlowChecks implements CheckFamily {
    private static final List<String> QUOTA =
            List.of(ServiceLinkageApi.X_RATE_LIMIT_LIMIT_DAY, ServiceLinkageApi.X_RATE_LIMIT_REMAINING_DAY);
    private static final Pattern COUNT = Pattern.compile("[0-9]+");

    @Override
    public List<Check> checks(Given given) {
        return given.perOperation(operation -> List.of(
                Observe.answers(
                        "LNK-FLOW-01",
                        operation,
                        new Text("Retry-After 또는 소진된 일일 한도", "Retry-After, or a used-up daily quota"),
                        answer -> answer.status() == 429 || answer.status() == 503,
                        answer -> Finding.holdsIf(
                                answer.header(ServiceLinkageApi.RETRY_AFTER).isPresent() || answer.isQuotaUsedUp(),
                                () -> new Text("Retry-After 없음", "no Retry-After"))),
                quota(operation)));
    }

    private static Check quota(Operation operation) {
        return Observe.answers(
                "LNK-FLOW-02",
                operation,
                new Text("0 이상의 정수", "an integer of at least 0"),
                answer -> QUOTA.stream().anyMatch(name -> answer.header(name).isPresent()),
                answer -> Finding.holdsIf(
                        QUOTA.stream()
                                .allMatch(name -> answer.header(name)
                                        .map(value -> COUNT.matcher(value).matches())
                                        .orElse(true)),
                        () -> new Text("X-RateLimit 헤더가 정수가 아님", "an X-RateLimit header is not an integer")));
    }
}

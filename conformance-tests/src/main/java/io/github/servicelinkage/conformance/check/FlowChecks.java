package io.github.servicelinkage.conformance.check;

import io.github.servicelinkage.client.api.ServiceLinkageApi;
import io.github.servicelinkage.conformance.message.Text;
import java.util.List;
import java.util.regex.Pattern;

/** FLOW: how a gateway slows its callers down. Looks on, and provokes nothing. */
final class FlowChecks implements CheckFamily {
    private static final List<String> QUOTA =
            List.of(ServiceLinkageApi.X_RATE_LIMIT_LIMIT_DAY, ServiceLinkageApi.X_RATE_LIMIT_REMAINING_DAY);
    private static final Pattern COUNT = Pattern.compile("[0-9]+");

    @Override
    public List<Check> checks(PlanContext context) {
        return context.perOperation(operation -> List.of(
                PassiveChecks.responses(
                        "LNK-FLOW-01",
                        operation,
                        new Text("Retry-After 또는 소진된 일일 한도", "Retry-After, or a used-up daily quota"),
                        response -> response.status() == 429 || response.status() == 503,
                        response -> Finding.holdsIf(
                                response.header(ServiceLinkageApi.RETRY_AFTER).isPresent() || response.isQuotaUsedUp(),
                                () -> new Text("Retry-After 없음", "no Retry-After"))),
                quota(operation)));
    }

    private static Check quota(OperationContext operation) {
        return PassiveChecks.responses(
                "LNK-FLOW-02",
                operation,
                new Text("0 이상의 정수", "an integer of at least 0"),
                response ->
                        QUOTA.stream().anyMatch(name -> response.header(name).isPresent()),
                response -> Finding.holdsIf(
                        QUOTA.stream()
                                .allMatch(name -> response.header(name)
                                        .map(value -> COUNT.matcher(value).matches())
                                        .orElse(true)),
                        () -> new Text("X-RateLimit 헤더가 정수가 아님", "an X-RateLimit header is not an integer")));
    }
}

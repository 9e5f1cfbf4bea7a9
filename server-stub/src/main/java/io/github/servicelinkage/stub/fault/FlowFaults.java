package io.github.servicelinkage.stub.fault;

import io.github.servicelinkage.stub.api.ServiceLinkageApi;
import io.github.servicelinkage.stub.api.ServiceLinkageApi.ErrorResponse;
import io.github.servicelinkage.stub.exchange.Response;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Clause family D12: how a gateway slows its callers down. */
final class FlowFaults {
    private static final int SOME = 100;

    private FlowFaults() {}

    static List<Fault> faults() {
        return List.of(
                new Fault(
                        "answers-429-without-Retry-After",
                        "LNK-FLOW-01",
                        "The hundredth request is answered with 429 and no Retry-After, although the quota is not used up.",
                        (next, setup) -> {
                            AtomicInteger count = new AtomicInteger();
                            return request -> count.incrementAndGet() == SOME
                                    ? Response.error(ErrorResponse.RATE_LIMIT_EXCEEDED)
                                    : next.handle(request);
                        }),
                quota(
                        "answers-negative-quota",
                        "The remaining quota is -1.",
                        ServiceLinkageApi.X_RATE_LIMIT_REMAINING_DAY,
                        "-1"),
                quota(
                        "answers-quota-as-word",
                        "The daily limit is unlimited.",
                        ServiceLinkageApi.X_RATE_LIMIT_LIMIT_DAY,
                        "unlimited"),
                quota(
                        "answers-quota-as-fraction",
                        "The daily limit is 50000.0.",
                        ServiceLinkageApi.X_RATE_LIMIT_LIMIT_DAY,
                        "50000.0"));
    }

    private static Fault quota(String name, String description, String header, String value) {
        return new Fault(
                name,
                "LNK-FLOW-02",
                description,
                Rewrite.response((request, response) -> response.withHeader(header, value)));
    }
}

package io.github.servicelinkage.stub.fault;

import io.github.servicelinkage.stub.api.ServiceLinkageApi;
import io.github.servicelinkage.stub.api.ServiceLinkageApi.ErrorResponse;
import io.github.servicelinkage.stub.exchange.Response;
import io.github.servicelinkage.stub.message.Text;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** FLOW: flow control and quotas. */
final class FlowFaults {
    private static final int SOME = 100;

    private FlowFaults() {}

    static List<Fault> faults() {
        return List.of(
                new Fault(
                        "answers-429-without-Retry-After",
                        "LNK-FLOW-01",
                        new Text(
                                "할당량이 남았는데도 100번째 요청에 Retry-After 없는 429로 응답한다.",
                                "The response to the hundredth request is 429 without Retry-After, although the quota is not exhausted."),
                        (next, setup) -> {
                            AtomicInteger count = new AtomicInteger();
                            return request -> count.incrementAndGet() == SOME
                                    ? Response.error(ErrorResponse.RATE_LIMIT_EXCEEDED)
                                    : next.handle(request);
                        }),
                quota(
                        "answers-negative-quota",
                        new Text("남은 할당량이 -1이다.", "The remaining quota is -1."),
                        ServiceLinkageApi.X_RATE_LIMIT_REMAINING_DAY,
                        "-1"),
                quota(
                        "answers-quota-as-word",
                        new Text("일일 한도가 unlimited이다.", "The daily limit is unlimited."),
                        ServiceLinkageApi.X_RATE_LIMIT_LIMIT_DAY,
                        "unlimited"),
                quota(
                        "answers-quota-as-fraction",
                        new Text("일일 한도가 50000.0이다.", "The daily limit is 50000.0."),
                        ServiceLinkageApi.X_RATE_LIMIT_LIMIT_DAY,
                        "50000.0"));
    }

    private static Fault quota(String name, Text description, String header, String value) {
        return new Fault(
                name,
                "LNK-FLOW-02",
                description,
                Rewrite.response((request, response) -> response.withHeader(header, value)));
    }
}

package io.github.servicelinkage.stub.fault;

import io.github.servicelinkage.stub.api.ServiceLinkageApi;
import io.github.servicelinkage.stub.api.ServiceLinkageApi.ErrorResponse;
import io.github.servicelinkage.stub.exchange.Delivery;
import io.github.servicelinkage.stub.exchange.Interceptor;
import io.github.servicelinkage.stub.exchange.Response;
import io.github.servicelinkage.stub.message.Text;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;

/** Gateways that are slow, throttle their callers, or are behind another gateway. */
final class FlowVariants {
    /** In the past, so that a caller need not wait. */
    private static final String LONG_AGO =
            ZonedDateTime.of(2020, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC).format(DateTimeFormatter.RFC_1123_DATE_TIME);

    private FlowVariants() {}

    static List<Variant> variants() {
        return List.of(
                new Variant(
                        "takes-its-time",
                        new Text("모든 응답에 40ms가 걸린다.", "Every response takes 40 ms."),
                        Rewrite.response((request, response) -> response.withDelivery(
                                new Delivery.Late(Duration.ofMillis(40), new Delivery.Normal())))),
                new Variant(
                                "closes-connections",
                                new Text("응답할 때마다 연결을 닫는다.", "Each response closes its connection."),
                                Rewrite.response((request, response) -> response.withHeader("Connection", "close")))
                        .warnedOf("LNK-HTTP-05"),
                slows(
                        "slows-down",
                        new Text(
                                "아홉 번째 요청마다 429와 Retry-After: 0으로 응답한다.",
                                "Every ninth request gets 429 with Retry-After: 0."),
                        ErrorResponse.RATE_LIMIT_EXCEEDED,
                        "0",
                        count -> count % 9 == 0),
                slows(
                        "slows-down-for-a-second",
                        new Text("한 요청에 429로 1초 뒤의 재시도를 요청한다.", "One request gets 429 with Retry-After: 1."),
                        ErrorResponse.RATE_LIMIT_EXCEEDED,
                        "1",
                        count -> count == 50),
                slows(
                        "is-out-of-service-now-and-then",
                        new Text(
                                "50번째 요청마다 503과 이미 지난 날짜의 Retry-After로 응답한다.",
                                "Every fiftieth request gets 503 with a Retry-After date in the past."),
                        ErrorResponse.SERVICE_UNAVAILABLE,
                        LONG_AGO,
                        count -> count % 50 == 0),
                new Variant(
                        "counts-quota",
                        new Text("응답에 일일 할당량과 남은 양이 있다.", "Responses carry the daily quota and what remains of it."),
                        quota()),
                new Variant(
                                "stands-behind-Kong",
                                new Text(
                                        "앞단 게이트웨이가 모르는 키, 경로, 메서드에 짧은 형식으로 응답하고 할당량을 센다.",
                                        "A gateway in front responds to unknown keys, paths and methods in its short form, and counts a quota."),
                                (next, setup) -> quota().around(shortForms().around(next, setup), setup))
                        .warnedOf("LNK-HTTP-09"));
    }

    private static Variant slows(
            String name, Text description, ErrorResponse error, String retryAfter, IntPredicate which) {
        return new Variant(name, description, (next, setup) -> {
            AtomicInteger count = new AtomicInteger();
            return request -> which.test(count.incrementAndGet())
                    ? Response.error(error).withHeader(ServiceLinkageApi.RETRY_AFTER, retryAfter)
                    : next.handle(request);
        });
    }

    private static Interceptor quota() {
        return (next, setup) -> {
            AtomicInteger remaining = new AtomicInteger(50_000);
            return request -> next.handle(request)
                    .withHeader(ServiceLinkageApi.X_RATE_LIMIT_LIMIT_DAY, "50000")
                    .withHeader(
                            ServiceLinkageApi.X_RATE_LIMIT_REMAINING_DAY, String.valueOf(remaining.decrementAndGet()));
        };
    }

    private static Interceptor shortForms() {
        return Rewrite.error(response -> switch (response.status()) {
            case 401 -> Response.error(ErrorResponse.INVALID_CREDENTIALS);
            case 404, 405 -> Response.error(ErrorResponse.NO_ROUTE_MATCHED);
            default -> response;
        });
    }
}

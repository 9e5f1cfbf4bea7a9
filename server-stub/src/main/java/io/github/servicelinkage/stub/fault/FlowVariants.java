package io.github.servicelinkage.stub.fault;

import io.github.servicelinkage.stub.api.ServiceLinkageApi;
import io.github.servicelinkage.stub.api.ServiceLinkageApi.ErrorResponse;
import io.github.servicelinkage.stub.exchange.Delivery;
import io.github.servicelinkage.stub.exchange.Interceptor;
import io.github.servicelinkage.stub.exchange.Response;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;

/** Gateways that are slow, slow their callers down, or stand behind another one. */
final class FlowVariants {
    /** A moment long ago, which is now for whoever waits until then. */
    private static final String LONG_AGO =
            ZonedDateTime.of(2020, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC).format(DateTimeFormatter.RFC_1123_DATE_TIME);

    private FlowVariants() {}

    static List<Variant> variants() {
        return List.of(
                new Variant(
                        "takes-its-time",
                        "Every response takes 40 ms.",
                        Rewrite.response((request, response) -> response.withDelivery(
                                new Delivery.Late(Duration.ofMillis(40), new Delivery.Normal())))),
                new Variant(
                        "closes-connections",
                        "Each response ends its connection.",
                        Rewrite.response((request, response) -> response.withHeader("Connection", "close"))),
                slows(
                        "slows-down",
                        "Every ninth request is put off with 429 and Retry-After: 0.",
                        ErrorResponse.RATE_LIMIT_EXCEEDED,
                        "0",
                        count -> count % 9 == 0),
                slows(
                        "slows-down-for-a-second",
                        "One request is put off for a second with 429.",
                        ErrorResponse.RATE_LIMIT_EXCEEDED,
                        "1",
                        count -> count == 50),
                slows(
                        "is-out-of-service-now-and-then",
                        "Every fiftieth request is put off with 503 until a date that has passed.",
                        ErrorResponse.SERVICE_UNAVAILABLE,
                        LONG_AGO,
                        count -> count % 50 == 0),
                new Variant("counts-quota", "Answers tell the daily quota and what is left of it.", quota()),
                new Variant(
                        "stands-behind-Kong",
                        "A gateway in front answers unknown keys, paths and methods in its short form, and counts a quota.",
                        (next, setup) -> quota().around(shortForms().around(next, setup), setup)));
    }

    private static Variant slows(
            String name, String description, ErrorResponse error, String retryAfter, IntPredicate which) {
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

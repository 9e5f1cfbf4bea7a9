package io.github.servicelinkage.conformance.check;

import io.github.servicelinkage.conformance.exchange.Request;
import io.github.servicelinkage.conformance.message.Text;
import java.util.List;
import java.util.stream.Stream;

/** MEDIA: in which media type a request comes. */
final class MediaChecks implements CheckFamily {
    private static final String CONTENT_TYPE = "Content-Type";

    @Override
    public List<Check> checks(PlanContext context) {
        return context.perOperation(operation -> {
            Request accepted = operation.accepted();
            return List.of(
                    operation.check("LNK-MEDIA-01", accepted(operation, "Application/json", "APPLICATION/JSON")),
                    operation.check(
                            "LNK-MEDIA-02",
                            accepted(
                                    operation,
                                    "application/json; charset=utf-8",
                                    "application/json;charset=UTF-8",
                                    "Application/json; charset=utf-8",
                                    "application/json; charset=\"utf-8\"")),
                    operation.check(
                            "LNK-MEDIA-03",
                            Stream.of(
                                            "text/plain",
                                            "application/xml",
                                            "application/x-www-form-urlencoded",
                                            "application/octet-stream",
                                            "text/html; charset=utf-8",
                                            "application/jsonx")
                                    .map(type -> refused(
                                            operation, Text.same(type), accepted.withHeader(CONTENT_TYPE, type)))
                                    .toArray(Case[]::new)),
                    operation.check(
                            "LNK-MEDIA-04",
                            refused(
                                    operation,
                                    new Text("Content-Type 없음", "no Content-Type"),
                                    accepted.withoutHeader(CONTENT_TYPE))));
        });
    }

    private static Case[] accepted(OperationContext operation, String... types) {
        return Stream.of(types)
                .map(type ->
                        operation.valid(Text.same(type), operation.accepted().withHeader(CONTENT_TYPE, type)))
                .toArray(Case[]::new);
    }

    private static Case refused(OperationContext operation, Text description, Request request) {
        return operation.refused(description, request, Expectation.status(415, 400));
    }
}

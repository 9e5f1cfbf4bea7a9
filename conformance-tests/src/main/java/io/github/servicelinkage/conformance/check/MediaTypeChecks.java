package io.github.servicelinkage.conformance.check;

import static io.github.servicelinkage.conformance.check.Given.must;

import io.github.servicelinkage.conformance.exchange.Intent;
import io.github.servicelinkage.conformance.exchange.Request;
import io.github.servicelinkage.conformance.message.Text;
import java.util.List;
import java.util.stream.Stream;

/** Clause family D4: in which media type a request comes. */
final class MediaTypeChecks implements CheckFamily {
    private static final String CONTENT_TYPE = "Content-Type";

    @Override
    public List<Check> checks(Given given) {
        return given.perOperation(operation -> {
            Request accepted = given.accepted(operation);
            return List.of(
                    must("LNK-MEDIA-01", operation, accepted(accepted, "Application/json", "APPLICATION/JSON")),
                    must(
                            "LNK-MEDIA-02",
                            operation,
                            accepted(
                                    accepted,
                                    "application/json; charset=utf-8",
                                    "application/json;charset=UTF-8",
                                    "Application/json; charset=utf-8",
                                    "application/json; charset=\"utf-8\"")),
                    must(
                            "LNK-MEDIA-03",
                            operation,
                            Stream.of(
                                            "text/plain",
                                            "application/xml",
                                            "application/x-www-form-urlencoded",
                                            "application/octet-stream",
                                            "text/html; charset=utf-8",
                                            "application/jsonx")
                                    .map(type -> refused(Text.same(type), accepted.withHeader(CONTENT_TYPE, type)))
                                    .toArray(Case[]::new)),
                    must(
                            "LNK-MEDIA-04",
                            operation,
                            refused(
                                    new Text("Content-Type 없음", "no Content-Type"),
                                    accepted.withoutHeader(CONTENT_TYPE))));
        });
    }

    private static Case[] accepted(Request accepted, String... types) {
        return Stream.of(types)
                .map(type -> Given.valid(Text.same(type), accepted.withHeader(CONTENT_TYPE, type)))
                .toArray(Case[]::new);
    }

    private static Case refused(Text description, Request request) {
        return new Case(description, request.as(Intent.REFUSED), Expectation.status(415, 400));
    }
}

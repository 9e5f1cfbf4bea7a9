package io.github.servicelinkage.stub.fault;

import io.github.servicelinkage.stub.mock.Fault;
import io.vertx.core.buffer.Buffer;
import java.util.List;

/** Clause families D6 and D10: how an error is answered. */
final class ErrorFaults {
    private ErrorFaults() {}

    static List<Fault> faults() {
        return List.of(
                new Fault(
                        "html-errors",
                        "LNK-ERR-01",
                        "Errors come as an HTML page.",
                        Rewrite.error(answer -> answer.withHeader("Content-Type", "text/html;charset=utf-8")
                                .withBody(Buffer.buffer("<html><body><h1>Error</h1></body></html>")))),
                new Fault(
                        "error-code-as-text",
                        "LNK-ERR-03",
                        "The code of an error is a text.",
                        Rewrite.errorJson(
                                error -> error.put("code", error.path("code").asText()))),
                new Fault(
                        "error-repeats-ci",
                        "LNK-PRIV-01",
                        "The description of an error repeats the ci.",
                        Rewrite.answer((request, answer) -> answer.status() < 400
                                ? answer
                                : answer.withBody(Rewrite.json(
                                        answer.body(),
                                        error -> error.put(
                                                "description",
                                                Rewrite.textOf(request.body(), "commonHeader", "ci")))))));
    }
}

package io.github.servicelinkage.stub.mock;

import io.github.servicelinkage.stub.contract.ContractAnswer;
import io.github.servicelinkage.stub.contract.ServerContract;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;

/** Answers as the contract says. */
record ProperHandler(ServerContract contract) implements Handler {
    /** Nearly every answer has these; made once, in the form in which they are sent. Read-only, so that answers share them. */
    private static final MultiMap USUAL_HEADERS = usualHeaders();

    @Override
    public Answer handle(Request request) {
        ContractAnswer answer = contract.answer(
                request.method(),
                request.path(),
                request.headers()::getAll,
                request.body().getBytes());
        MultiMap headers = answer.headers() == ContractAnswer.HEADERS
                ? USUAL_HEADERS
                : MultiMap.caseInsensitiveMultiMap().addAll(answer.headers());
        return new Answer(answer.status(), headers, Buffer.buffer(answer.body()));
    }

    private static MultiMap usualHeaders() {
        MultiMap headers = HttpHeaders.headers();
        ContractAnswer.HEADERS.forEach(
                (name, value) -> headers.add(HttpHeaders.createOptimized(name), HttpHeaders.createOptimized(value)));
        return headers.copy(false);
    }
}

package io.github.servicelinkage.stub.mock;

import io.github.servicelinkage.stub.contract.ContractAnswer;
import io.github.servicelinkage.stub.contract.ServerContract;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;

/** Answers as the contract says. */
record ProperHandler(ServerContract contract) implements Handler {
    @Override
    public Answer handle(Request request) {
        ContractAnswer answer = contract.answer(
                request.method(),
                request.path(),
                request.headers()::getAll,
                request.body().getBytes());
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().addAll(answer.headers());
        return new Answer(answer.status(), headers, Buffer.buffer(answer.body()));
    }
}

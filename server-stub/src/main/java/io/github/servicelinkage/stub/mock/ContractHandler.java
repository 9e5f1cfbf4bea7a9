package io.github.servicelinkage.stub.mock;

import io.github.servicelinkage.stub.contract.ServerContract;
import io.github.servicelinkage.stub.exchange.Handler;
import io.github.servicelinkage.stub.exchange.Request;
import io.github.servicelinkage.stub.exchange.Response;

/** Responds as the contract says. */
record ContractHandler(ServerContract contract) implements Handler {

    @Override
    public Response handle(Request request) {
        return Response.of(contract.respond(
                request.method(),
                request.path(),
                request.headers()::all,
                request.body().array()));
    }
}

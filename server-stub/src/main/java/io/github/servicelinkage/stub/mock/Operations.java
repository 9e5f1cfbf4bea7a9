package io.github.servicelinkage.stub.mock;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;

/** What whoever runs the gateway asks it, on paths beside the contract's: {@value #HEALTH} and {@value #METRICS}. */
record Operations(Handler next, Metrics metrics) implements Handler {
    static final String HEALTH = "/health";
    static final String METRICS = "/metrics";

    @Override
    public Answer handle(Request request) {
        return switch (request.path()) {
            case HEALTH -> answer("application/json", "{\"status\":\"UP\"}");
            case METRICS -> answer("text/plain; version=0.0.4; charset=utf-8", metrics.text());
            default -> next.handle(request);
        };
    }

    /** Whether a request is one of these, and so nobody's business but the operator's. */
    static boolean isFor(Request request) {
        return request.path().equals(HEALTH) || request.path().equals(METRICS);
    }

    private static Answer answer(String type, String body) {
        MultiMap headers =
                MultiMap.caseInsensitiveMultiMap().add("Content-Type", type).add("Cache-Control", "no-store");
        return new Answer(200, headers, Buffer.buffer(body));
    }
}

package io.github.servicelinkage.stub.exchange;

/** Surrounds a handler: may change the request or the response, or respond itself. */
@FunctionalInterface
public interface Interceptor {
    /**
     * Surrounds a handler. Called once per gateway, so state that is created here belongs to that gateway.
     *
     * @param next the handler to surround
     * @param setup what the gateway was started with
     */
    Handler around(Handler next, Setup setup);

    /**
     * What a gateway was started with.
     *
     * @param apiKey the key that it accepts
     * @param seed fixes whatever is random
     */
    record Setup(String apiKey, long seed) {
        /** Hides the key. */
        @Override
        public String toString() {
            return "Setup[***]";
        }
    }
}

package io.github.servicelinkage.stub.mock;

/** Stands between the transport and a handler: may change the request, the answer, or answer itself. */
@FunctionalInterface
public interface Interceptor {
    /**
     * Puts itself around a handler. Called once per gateway, so what it creates here is that gateway's own state.
     *
     * @param next the handler to surround
     * @param setup what the gateway was started with
     */
    Handler around(Handler next, Setup setup);

    /**
     * What a gateway was started with.
     *
     * @param apiKey the key that it takes
     * @param seed fixes whatever is random
     */
    record Setup(String apiKey, long seed) {
        /** Shows nothing of the key. */
        @Override
        public String toString() {
            return "Setup[***]";
        }
    }
}

package io.github.servicelinkage.stub.exchange;

import java.util.List;

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
     * @param people whom it knows
     */
    record Setup(String apiKey, long seed, List<Person> people) {
        /** Keeps a copy. */
        public Setup {
            people = List.copyOf(people);
        }

        /** Hides the key. */
        @Override
        public String toString() {
            return "Setup[***]";
        }
    }

    /**
     * A person whom a request is about.
     *
     * @param ci connecting information
     * @param korName name
     */
    record Person(String ci, String korName) {
        /** Shows nothing personal. */
        @Override
        public String toString() {
            return "Person[***]";
        }
    }
}

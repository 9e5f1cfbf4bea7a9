package io.github.servicelinkage.conformance.pact;

/** Something cannot be verified; the message is one sentence that says what, and what to do. */
final class PactException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PactException(String message) {
        super(message, null, false, false);
    }
}

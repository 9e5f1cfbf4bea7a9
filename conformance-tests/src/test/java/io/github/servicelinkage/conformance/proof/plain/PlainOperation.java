package io.github.servicelinkage.conformance.proof.plain;

/** The two look-ups. */
enum PlainOperation {
    REGISTRATION("/register/search"),
    CONSENT("/consent/search");

    private final String path;

    PlainOperation(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }
}

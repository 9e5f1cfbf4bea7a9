package io.github.servicelinkage.conformance.proof.plain;

/** What a request is judged for, in the usual order. */
enum PlainStep {
    PATH,
    METHOD,
    KEY,
    MEDIA_TYPE,
    SIZE,
    JSON,
    MEMBERS,
    PARTNER
}

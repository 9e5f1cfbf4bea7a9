package io.github.servicelinkage.conformance.check;

/** What a request is sent for, by which passive checks know the responses that concern them. */
public enum Intent {
    /** Follows the contract and names a known person: success is due. */
    VALID,
    /** Breaks the contract in its body: a refusal with 400 is due. */
    INVALID,
    /** Is not JSON: a refusal with 400 is due, and the documented parsing error is tolerated. */
    UNPARSABLE,
    /** Is to be refused for another reason than its body: key, media type, method, path. */
    REFUSED,
    /** May be accepted or refused. */
    OPEN;

    /** Whether the body does not follow the contract. */
    public boolean isInvalid() {
        return this == INVALID || this == UNPARSABLE;
    }
}

package io.github.servicelinkage.conformance.check;

import io.github.servicelinkage.conformance.message.Text;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Judges one requirement on one operation. */
public sealed interface Check {
    /** Id of the requirement. */
    String requirement();

    /** Id of the operation. */
    String operation();

    /** The requests that it plans; those that it only looks at are not among them. */
    default List<Case> cases() {
        return List.of();
    }

    /** Its own id: requirement and operation. */
    default String id() {
        return requirement() + "/" + operation();
    }

    /**
     * Sends requests that are judged one by one, after an accepted control.
     *
     * @param requirement id of the requirement
     * @param operation id of the operation
     * @param cases the requests
     */
    record Cases(String requirement, String operation, List<Case> cases) implements Check {}

    /**
     * Sends requests that are judged together.
     *
     * @param requirement id of the requirement
     * @param operation id of the operation
     * @param description what the requests are
     * @param cases the requests
     * @param manner how they follow each other
     * @param expected what is expected, in words
     * @param judge judges the exchanges that got a response
     */
    record Batch(
            String requirement,
            String operation,
            Text description,
            List<Case> cases,
            Manner manner,
            Text expected,
            Function<List<CaseExchange>, Finding> judge)
            implements Check {}

    /** How the requests of a batch follow each other. */
    enum Manner {
        /** Each after the response to the one before. */
        ONE_BY_ONE,
        /** All at the same time. */
        AT_ONCE,
        /** Each after the response to the one before, with the cookies that it has set. */
        IN_ONE_SESSION
    }

    /**
     * Sends nothing, and judges what the other checks have exchanged.
     *
     * @param requirement id of the requirement
     * @param operation id of the operation
     * @param expected what is expected, in words
     * @param rule judges an exchange; empty where the exchange does not concern it
     */
    record Passive(String requirement, String operation, Text expected, Function<CaseExchange, Optional<Finding>> rule)
            implements Check {}

    /**
     * Cannot be carried out.
     *
     * @param requirement id of the requirement
     * @param operation id of the operation
     * @param reason what is missing
     */
    record Skipped(String requirement, String operation, Text reason) implements Check {}
}

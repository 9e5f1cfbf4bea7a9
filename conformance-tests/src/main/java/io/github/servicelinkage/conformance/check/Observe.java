package io.github.servicelinkage.conformance.check;

import io.github.servicelinkage.conformance.contract.Operation;
import io.github.servicelinkage.conformance.exchange.Answer;
import io.github.servicelinkage.conformance.exchange.Intent;
import io.github.servicelinkage.conformance.message.Text;
import java.util.function.Function;
import java.util.function.Predicate;

/** Observing checks of the usual kinds. */
final class Observe {
    private Observe() {}

    /** Judges every answer that a condition picks. */
    static Check answers(
            String requirement,
            Operation operation,
            Text expected,
            Predicate<Answer> which,
            Function<Answer, Finding> rule) {
        return observing(requirement, operation, expected, intent -> true, which, rule);
    }

    /** Judges every success. */
    static Check successes(String requirement, Operation operation, Text expected, Function<Answer, Finding> rule) {
        return answers(requirement, operation, expected, Answer::isSuccess, rule);
    }

    /** Judges those errors that the contract describes and a condition picks; what a server answers to a request that may go either way is its own affair. */
    static Check errors(
            String requirement,
            Operation operation,
            Text expected,
            Predicate<Answer> which,
            Function<Answer, Finding> rule) {
        return observing(
                requirement, operation, expected, intent -> intent != Intent.OPEN, which.and(Answer::isError), rule);
    }

    private static Check observing(
            String requirement,
            Operation operation,
            Text expected,
            Predicate<Intent> ofRequest,
            Predicate<Answer> which,
            Function<Answer, Finding> rule) {
        return new Check.Observing(
                requirement,
                operation.id(),
                expected,
                exchange -> exchange.answer()
                        .filter(answer -> ofRequest.test(exchange.request().intent()))
                        .filter(which)
                        .map(rule));
    }
}

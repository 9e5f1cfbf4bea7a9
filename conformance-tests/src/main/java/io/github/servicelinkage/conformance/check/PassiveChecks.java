package io.github.servicelinkage.conformance.check;

import io.github.servicelinkage.conformance.exchange.Response;
import io.github.servicelinkage.conformance.message.Text;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Passive checks of the usual kinds. */
final class PassiveChecks {
    private PassiveChecks() {}

    /** Judges every exchange that concerns it. */
    static Check exchanges(
            String requirement,
            OperationContext operation,
            Text expected,
            Function<CaseExchange, Optional<Finding>> rule) {
        return new Check.Passive(requirement, operation.id(), expected, rule);
    }

    /** Judges every response that a condition picks. */
    static Check responses(
            String requirement,
            OperationContext operation,
            Text expected,
            Predicate<Response> which,
            Function<Response, Finding> rule) {
        return picked(requirement, operation, expected, exchange -> true, which, rule);
    }

    /** Judges every success of the operation. */
    static Check successes(
            String requirement, OperationContext operation, Text expected, Function<Response, Finding> rule) {
        return successes(requirement, operation, expected, response -> true, rule);
    }

    /**
     * Judges those successes of the operation that a condition picks; another method is no call of it, and a body in a coding that
     * was asked for is judged by LNK-HTTP-11.
     */
    static Check successes(
            String requirement,
            OperationContext operation,
            Text expected,
            Predicate<Response> which,
            Function<Response, Finding> rule) {
        String method = operation.operation().method();
        return picked(
                requirement,
                operation,
                expected,
                exchange -> exchange.request().method().equals(method)
                        && exchange.request().header("Accept-Encoding").isEmpty(),
                response -> response.isSuccess() && which.test(response),
                rule);
    }

    /** Judges those errors that the contract describes and a condition picks; responses to requests with an open outcome are not judged. */
    static Check errors(
            String requirement,
            OperationContext operation,
            Text expected,
            Predicate<Response> which,
            Function<Response, Finding> rule) {
        return picked(
                requirement,
                operation,
                expected,
                exchange -> exchange.intent() != Intent.OPEN,
                response -> response.isError() && which.test(response),
                rule);
    }

    private static Check picked(
            String requirement,
            OperationContext operation,
            Text expected,
            Predicate<CaseExchange> exchanges,
            Predicate<Response> responses,
            Function<Response, Finding> rule) {
        return exchanges(
                requirement,
                operation,
                expected,
                exchange -> exchange.response()
                        .filter(responses)
                        .filter(response -> exchanges.test(exchange))
                        .map(rule));
    }
}

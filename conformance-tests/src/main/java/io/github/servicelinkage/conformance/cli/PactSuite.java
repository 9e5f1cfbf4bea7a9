package io.github.servicelinkage.conformance.cli;

import io.github.servicelinkage.conformance.contract.Requirement;
import io.github.servicelinkage.conformance.exchange.Exchanger;
import io.github.servicelinkage.conformance.exchange.Target;
import io.github.servicelinkage.conformance.pact.PactOutcome;
import io.github.servicelinkage.conformance.pact.PactVerification;
import io.github.servicelinkage.conformance.result.Result;
import io.github.servicelinkage.conformance.result.Status;
import io.github.servicelinkage.conformance.subject.Subjects;
import java.util.ArrayList;
import java.util.List;

/** Makes results like the others of what the pacts came to. Each subject is a provider state of its role's name. */
final class PactSuite {
    /** The requirement that every pact stands under. */
    static final String REQUIREMENT = "LNK-PACT-01";

    private PactSuite() {}

    /** Verifies the pacts. */
    static List<Result> results(
            Target target, Exchanger exchanger, Subjects subjects, Requirement requirement, List<String> sources) {
        List<Result> results = new ArrayList<>();
        for (PactOutcome outcome : PactVerification.verify(target, exchanger, subjects, sources)) {
            results.add(result(outcome, requirement));
        }
        return results;
    }

    private static Result result(PactOutcome outcome, Requirement requirement) {
        String name = outcome.consumer() + (outcome.interaction().isEmpty() ? "" : ": " + outcome.interaction());
        return new Result(
                requirement.id() + "/" + name,
                requirement.id(),
                requirement.level(),
                name,
                switch (outcome.kind()) {
                    case HELD -> Status.PASSED;
                    case BROKEN -> Status.FAILED;
                    case SKIPPED -> Status.SKIPPED;
                    case ERROR -> Status.ERROR;
                },
                outcome.detail(),
                List.of());
    }
}

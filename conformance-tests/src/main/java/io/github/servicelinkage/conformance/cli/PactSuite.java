package io.github.servicelinkage.conformance.cli;

import io.github.servicelinkage.conformance.contract.Requirement;
import io.github.servicelinkage.conformance.exchange.Target;
import io.github.servicelinkage.conformance.pact.PactOutcome;
import io.github.servicelinkage.conformance.pact.PactTarget;
import io.github.servicelinkage.conformance.pact.PactVerification;
import io.github.servicelinkage.conformance.result.Result;
import io.github.servicelinkage.conformance.result.Status;
import io.github.servicelinkage.conformance.subject.Subjects;
import io.github.servicelinkage.conformance.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes results like the others of what the pacts came to. Each subject is a provider state of its role's name. */
final class PactSuite {
    /** The requirement that every pact stands under. */
    static final String REQUIREMENT = "LNK-PACT-01";

    private PactSuite() {}

    /** Verifies the pacts. */
    static List<Result> results(Target target, Subjects subjects, Requirement requirement, List<String> sources) {
        List<Result> results = new ArrayList<>();
        for (PactOutcome outcome : PactVerification.verify(
                new PactTarget(target.url(), target.apiKey(), target.timeout(), target.caFile()),
                states(subjects),
                sources)) {
            results.add(result(outcome, requirement));
        }
        return results;
    }

    private static Map<String, Map<String, Object>> states(Subjects subjects) {
        Map<String, Map<String, Object>> states = new LinkedHashMap<>();
        subjects.subjects().forEach((role, subject) -> {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("comId", subjects.partner().comId());
            values.put("srvId", subjects.partner().srvId());
            values.put("ci", subject.ci());
            values.put("korName", subject.korName());
            values.put("vtAccNos", subject.vtAccNos());
            states.put(role.label(), values);
        });
        return states;
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
                Text.same(outcome.detail()),
                List.of());
    }
}

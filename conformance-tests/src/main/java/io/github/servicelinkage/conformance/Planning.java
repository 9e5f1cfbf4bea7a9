package io.github.servicelinkage.conformance;

import io.github.servicelinkage.conformance.check.Plan;
import io.github.servicelinkage.conformance.check.PlanContext;
import io.github.servicelinkage.conformance.contract.Requirement;
import io.github.servicelinkage.conformance.engine.Suite;
import io.github.servicelinkage.conformance.engine.ValidationSuite;
import io.github.servicelinkage.conformance.exchange.Target;
import io.github.servicelinkage.conformance.pact.PactSuite;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Plans the suites of a run.
 *
 * @param selection which part is run
 * @param validation whether the checks of the validation suite are
 * @param pacts where pacts come from, if any are verified
 */
record Planning(Selection selection, boolean validation, Optional<List<String>> pacts) {

    List<Suite> suites(Target gateway, PlanContext context) {
        List<Suite> suites = new ArrayList<>();
        if (validation) {
            suites.add(new ValidationSuite(context, plan(context)));
        }
        Requirement requirement = context.catalogue().get(PactSuite.REQUIREMENT);
        if (pacts.isPresent() && selection.includes(requirement)) {
            suites.add(PactSuite.of(
                    gateway,
                    context.subjects(),
                    ValidationSuite.evidence(context),
                    requirement,
                    pacts.get(),
                    selection::includesCheck));
        }
        return suites;
    }

    Plan plan(PlanContext context) {
        return Plan.of(context, selection::includes).retaining(selection::includes);
    }
}

package io.github.servicelinkage.conformance.check;

import io.github.servicelinkage.conformance.contract.Requirement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Everything that a run will do: the checks of all families, one for each requirement and operation.
 *
 * @param checks the checks, in the order of the catalogue
 */
public record Plan(List<Check> checks) {
    private static final List<CheckFamily> FAMILIES = List.of(
            new AuthenticationChecks(),
            new PresenceChecks(),
            new TypeChecks(),
            new LengthChecks(),
            new MediaTypeChecks(),
            new JsonSyntaxChecks(),
            new HttpChecks(),
            new ResponseChecks(),
            new ErrorChecks(),
            new BusinessChecks(),
            new PrivacyChecks(),
            new BehaviourChecks(),
            new FlowChecks(),
            new TlsChecks());

    /** Plans the checks of the requirements that a condition picks. */
    public static Plan of(Given given, Predicate<Requirement> which) {
        Map<String, Check> byId = new LinkedHashMap<>();
        FAMILIES.stream()
                .flatMap(family -> family.checks(given).stream())
                .forEach(check -> byId.merge(check.id(), check, Plan::merge));
        List<String> order =
                given.catalogue().requirements().stream().map(Requirement::id).toList();
        return new Plan(byId.values().stream()
                .filter(check -> which.test(given.catalogue().get(check.requirement())))
                .sorted((a, b) -> Integer.compare(order.indexOf(a.requirement()), order.indexOf(b.requirement())))
                .toList());
    }

    /** The checks that a condition picks. */
    public Plan retaining(Predicate<Check> which) {
        return new Plan(checks.stream().filter(which).toList());
    }

    /** How many requests it plans, without controls, confirmations and repetitions for flow control. */
    public int requests() {
        return checks.stream().mapToInt(check -> check.requests().size()).sum();
    }

    private static Check merge(Check first, Check second) {
        if (first instanceof Check.Cases one && second instanceof Check.Cases other) {
            List<Case> cases = new ArrayList<>();
            Stream.concat(one.cases().stream(), other.cases().stream()).forEach(cases::add);
            return new Check.Cases(one.requirement(), one.operation(), List.copyOf(cases));
        }
        throw new IllegalStateException("Two checks judge " + first.id());
    }
}

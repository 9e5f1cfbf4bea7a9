package io.github.servicelinkage.conformance.check;

import io.github.servicelinkage.conformance.contract.Requirement;
import io.github.servicelinkage.conformance.message.Text;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Everything that a run will do: the checks of all families, one for each requirement and operation.
 *
 * @param checks the checks, in the order of the catalogue
 * @param diagnosis what the exchanges are asked besides
 */
public record Plan(List<Check> checks, Diagnosis diagnosis) {
    /** The requirement without which nothing else can be told of an operation. */
    public static final String DEPENDS_ON_REQUEST = "LNK-BEH-06";

    /** The requirement that a control breaks which is refused in every form. */
    public static final String IS_ACCEPTED = "LNK-AUTH-01";

    static final List<CheckFamily> FAMILIES = List.of(
            new AuthChecks(),
            new ReqChecks(),
            new TypeChecks(),
            new LenChecks(),
            new MediaChecks(),
            new JsonChecks(),
            new HttpChecks(),
            new ResChecks(),
            new ErrChecks(),
            new BizChecks(),
            new PrivChecks(),
            new BehChecks(),
            new FlowChecks(),
            new TlsChecks());

    /** Plans the checks of the requirements that a condition picks. */
    public static Plan of(PlanContext context, Predicate<Requirement> which) {
        Map<String, Check> byId = new LinkedHashMap<>();
        Stream.concat(Stream.<CheckFamily>of(Plan::examples), FAMILIES.stream())
                .flatMap(family -> family.checks(context).stream())
                .forEach(check -> byId.merge(check.id(), check, Plan::merge));
        Map<String, Integer> order = new HashMap<>();
        context.catalogue().requirements().forEach(requirement -> order.put(requirement.id(), order.size()));
        return new Plan(
                byId.values().stream()
                        .filter(check -> which.test(context.catalogue().get(check.requirement())))
                        .sorted(Comparator.comparing(check -> order.getOrDefault(check.requirement(), 0)))
                        .toList(),
                Diagnosis.all(
                        new AcquaintanceDiagnosis(context),
                        new StatusDiagnosis(context),
                        new LengthDiagnosis(context),
                        new NameDiagnosis(context),
                        new PaceDiagnosis()));
    }

    /** The checks that a condition picks. */
    public Plan retaining(Predicate<Check> which) {
        return new Plan(checks.stream().filter(which).toList(), diagnosis);
    }

    /** The same checks, those last that send another key than the target's: a gateway may lock a key after some wrong ones. */
    public List<Check> wrongKeysLast(PlanContext context) {
        return Stream.concat(
                        checks.stream().filter(check -> !sendsWrongKey(check, context)),
                        checks.stream().filter(check -> sendsWrongKey(check, context)))
                .toList();
    }

    private static boolean sendsWrongKey(Check check, PlanContext context) {
        return check.cases().stream().anyMatch(planned -> context.hasWrongKey(planned.request()));
    }

    /** How many requests it plans, without controls, confirmations and repetitions for flow control. */
    public int requests() {
        return checks.stream().mapToInt(check -> check.cases().size()).sum();
    }

    /** Where another form is used, the document's example breaks the requirement that says it is accepted. */
    private static List<Check> examples(PlanContext context) {
        return context.perOperation(operation -> {
            Form form = context.form(operation.id());
            return form == Form.EXAMPLE
                    ? List.of()
                    : List.of(operation.check(
                            form.requirement(),
                            operation.valid(
                                    new Text("문서의 예제", "the document's example"),
                                    operation.in(
                                            Form.EXAMPLE, context.subjects().main()))));
        });
    }

    private static Check merge(Check first, Check second) {
        if (first instanceof Check.Cases one && second instanceof Check.Cases other) {
            return new Check.Cases(
                    one.requirement(),
                    one.operation(),
                    Stream.concat(one.cases().stream(), other.cases().stream()).toList());
        }
        throw new IllegalStateException("Two checks judge " + first.id());
    }
}

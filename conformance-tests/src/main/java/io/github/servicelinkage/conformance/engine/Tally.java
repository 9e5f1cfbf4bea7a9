package io.github.servicelinkage.conformance.engine;

import io.github.servicelinkage.conformance.check.CaseExchange;
import io.github.servicelinkage.conformance.check.Check;
import io.github.servicelinkage.conformance.check.Finding;
import io.github.servicelinkage.conformance.check.Finding.Judgement;
import io.github.servicelinkage.conformance.contract.Level;
import io.github.servicelinkage.conformance.engine.CheckOutcome.Shown;
import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.result.Status;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** Counts the findings of a check, and derives its status and the sentence that explains it. */
final class Tally {
    private final Map<Judgement, List<Shown>> judged = new EnumMap<>(Judgement.class);
    private final Map<Judgement, Set<Text>> details = new EnumMap<>(Judgement.class);
    private final List<Shown> unanswered = new ArrayList<>();
    private final int mostShown;
    private final int mostDetails;
    private final BiFunction<Integer, Integer, Text> count;

    private Tally(int mostShown, int mostDetails, BiFunction<Integer, Integer, Text> count) {
        this.mostShown = mostShown;
        this.mostDetails = mostDetails;
        this.count = count;
        for (Judgement judgement : Judgement.values()) {
            judged.put(judgement, new ArrayList<>());
            details.put(judgement, new LinkedHashSet<>());
        }
    }

    /** Counts the cases of a check, and reports the first that is broken. */
    static Tally ofCases() {
        return new Tally(
                5, 1, (some, all) -> all == 1 ? Text.NONE : Text.of("%2$d건 중 %1$d건:", "%1$d of %2$d:", some, all));
    }

    /** Counts the responses that a passive check looks at, and reports the different ways in which they are broken. */
    static Tally ofResponses() {
        return new Tally(3, 3, (some, all) -> Text.of("응답 %2$d개 중 %1$d개:", "%1$d of %2$d responses:", some, all));
    }

    /** An exchange that was judged. */
    void add(CaseExchange exchange, Text expected, Judgement judgement, Text detail) {
        judged.get(judgement).add(new Shown(exchange, expected));
        if (!detail.isEmpty()) {
            details.get(judgement).add(detail);
        }
    }

    /** An exchange that was judged. */
    void add(CaseExchange exchange, Text expected, Finding finding) {
        add(exchange, expected, finding.judgement(), finding.detail());
    }

    /** An exchange without a response. */
    void addUnanswered(CaseExchange exchange, Text expected) {
        unanswered.add(new Shown(exchange, expected));
    }

    /** Whether anything but holding was seen. */
    boolean isDoubtful() {
        return has(Judgement.BROKEN) || !unanswered.isEmpty();
    }

    /** The outcome. Breaking a MAY is not a fault: it is reported, not judged. */
    CheckOutcome outcome(Check check, Level level) {
        if (has(Judgement.BROKEN)) {
            Status status = switch (level) {
                case MUST -> Status.FAILED;
                case SHOULD -> Status.WARNING;
                case MAY -> Status.PASSED;
            };
            return counted(check, status, Judgement.BROKEN);
        }
        if (!unanswered.isEmpty()) {
            return new CheckOutcome(
                    check,
                    Status.ERROR,
                    unanswered.get(0).exchange().unanswered(),
                    first(unanswered, mostShown),
                    List.of());
        }
        if (has(Judgement.WARNS)) {
            return counted(check, Status.WARNING, Judgement.WARNS);
        }
        return has(Judgement.HOLDS)
                ? new CheckOutcome(
                        check,
                        Status.PASSED,
                        details(Judgement.HOLDS),
                        first(judged.get(Judgement.HOLDS), 1),
                        List.of())
                : withoutFinding(check);
    }

    private CheckOutcome counted(Check check, Status status, Judgement judgement) {
        int all = unanswered.size()
                + judged.values().stream().mapToInt(List::size).sum();
        List<Shown> some = judged.get(judgement);
        return new CheckOutcome(
                check,
                status,
                count.apply(some.size(), all).then(details(judgement)),
                first(some, mostShown),
                List.of());
    }

    private CheckOutcome withoutFinding(Check check) {
        return has(Judgement.NOT_JUDGED)
                ? new CheckOutcome(
                        check,
                        Status.SKIPPED,
                        details(Judgement.NOT_JUDGED),
                        first(judged.get(Judgement.NOT_JUDGED), 1),
                        List.of())
                : CheckOutcome.without(
                        check, Status.SKIPPED, new Text("해당하는 응답이 없었음", "no response of the run concerned it"));
    }

    private boolean has(Judgement judgement) {
        return !judged.get(judgement).isEmpty();
    }

    private Text details(Judgement judgement) {
        return details.get(judgement).stream()
                .limit(mostDetails)
                .reduce((a, b) -> Text.of("%s; %s", "%s; %s", a, b))
                .orElse(Text.NONE);
    }

    private static List<Shown> first(List<Shown> shown, int most) {
        return List.copyOf(shown.subList(0, Math.min(most, shown.size())));
    }
}

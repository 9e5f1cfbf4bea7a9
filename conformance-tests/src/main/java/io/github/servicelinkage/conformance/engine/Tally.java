package io.github.servicelinkage.conformance.engine;

import io.github.servicelinkage.conformance.check.CaseExchange;
import io.github.servicelinkage.conformance.check.Check;
import io.github.servicelinkage.conformance.check.Finding;
import io.github.servicelinkage.conformance.check.Finding.Judgement;
import io.github.servicelinkage.conformance.contract.Level;
import io.github.servicelinkage.conformance.engine.CheckOutcome.Shown;
import io.github.servicelinkage.conformance.exchange.Response;
import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.result.Status;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts the findings of a check, and derives its status and the sentence that explains it. */
final class Tally {
    private static final int NO_RESPONSE = Integer.MAX_VALUE;

    private final Map<Judgement, List<CaseExchange>> judged = new EnumMap<>(Judgement.class);
    private final Map<Judgement, Map<Object, Shown>> shown = new EnumMap<>(Judgement.class);
    private final Map<Judgement, Set<Text>> details = new EnumMap<>(Judgement.class);
    private final List<Shown> unanswered = new ArrayList<>();
    private final boolean ofResponses;
    private final int mostShown;
    private final int mostDetails;

    private Tally(boolean ofResponses, int mostShown, int mostDetails) {
        this.ofResponses = ofResponses;
        this.mostShown = mostShown;
        this.mostDetails = mostDetails;
        for (Judgement judgement : Judgement.values()) {
            judged.put(judgement, new ArrayList<>());
            shown.put(judgement, new LinkedHashMap<>());
            details.put(judgement, new LinkedHashSet<>());
        }
    }

    /** Counts the cases of a check, and reports the first that is broken. */
    static Tally ofCases() {
        return new Tally(false, 5, 1);
    }

    /**
     * Counts the responses that a passive check looks at, by their statuses, and reports the different ways in which they are broken,
     * each with the first request that shows it.
     */
    static Tally ofResponses() {
        return new Tally(true, 3, 3);
    }

    /** An exchange that was judged. */
    void add(CaseExchange exchange, Text expected, Judgement judgement, Text detail) {
        List<CaseExchange> alike = judged.get(judgement);
        alike.add(exchange);
        shown.get(judgement)
                .putIfAbsent(
                        ofResponses ? Map.entry(status(exchange), detail) : alike.size(),
                        new Shown(exchange, expected));
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
                        first(shown.get(Judgement.HOLDS).values(), 1),
                        List.of())
                : withoutFinding(check);
    }

    private CheckOutcome counted(Check check, Status status, Judgement judgement) {
        int all = unanswered.size()
                + judged.values().stream().mapToInt(List::size).sum();
        return new CheckOutcome(
                check,
                status,
                count(judged.get(judgement), all).then(details(judgement)),
                first(shown.get(judgement).values(), mostShown),
                List.of());
    }

    private Text count(List<CaseExchange> some, int all) {
        if (ofResponses) {
            return Text.of(
                    "응답 %2$d개 중 %1$d개(%3$s):", "%1$d of %2$d responses (%3$s):", some.size(), all, statuses(some));
        }
        return all == 1 ? Text.NONE : Text.of("%2$d건 중 %1$d건:", "%1$d of %2$d:", some.size(), all);
    }

    /** How many have each status, such as {@code 200 ×3, 401 ×12}. */
    private static Text statuses(List<CaseExchange> exchanges) {
        return exchanges.stream()
                .collect(Collectors.groupingBy(Tally::status, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(count -> Text.of(
                        "%s ×%d",
                        "%s ×%d",
                        count.getKey() == NO_RESPONSE ? new Text("응답 없음", "no response") : count.getKey(),
                        count.getValue()))
                .reduce((a, b) -> Text.of("%s, %s", "%s, %s", a, b))
                .orElse(Text.NONE);
    }

    private static int status(CaseExchange exchange) {
        return exchange.response().map(Response::status).orElse(NO_RESPONSE);
    }

    private CheckOutcome withoutFinding(Check check) {
        return has(Judgement.NOT_JUDGED)
                ? new CheckOutcome(
                        check,
                        Status.SKIPPED,
                        details(Judgement.NOT_JUDGED),
                        first(shown.get(Judgement.NOT_JUDGED).values(), 1),
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

    private static List<Shown> first(Collection<Shown> shown, int most) {
        return shown.stream().limit(most).toList();
    }
}

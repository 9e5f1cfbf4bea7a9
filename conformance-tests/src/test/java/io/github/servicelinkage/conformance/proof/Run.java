package io.github.servicelinkage.conformance.proof;

import io.github.servicelinkage.conformance.contract.Level;
import io.github.servicelinkage.conformance.result.Report;
import io.github.servicelinkage.conformance.result.Result;
import io.github.servicelinkage.conformance.result.Status;
import io.github.servicelinkage.conformance.result.Verdict;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a run came to, as far as the proof asks.
 *
 * @param verdict its verdict
 * @param failed the requirements that failed, each with what was found
 * @param warned the requirements that were warned of, each with what was found
 * @param skipped the checks that saw nothing to judge, each with the reason
 * @param passed the checks that passed
 * @param errors the requirements that could not be judged, each with the reason
 */
public record Run(
        Verdict verdict,
        Map<String, String> failed,
        Map<String, String> warned,
        Map<String, String> skipped,
        Set<String> passed,
        Map<String, String> errors) {
    /** A run that has not been. */
    static final Run NONE = new Run(Verdict.INCONCLUSIVE, Map.of(), Map.of(), Map.of(), Set.of(), Map.of());

    static Run of(Report report) {
        return new Run(
                report.verdict(),
                details(report, Status.FAILED),
                details(report, Status.WARNING),
                checks(report, Status.SKIPPED),
                checks(report, Status.PASSED).keySet(),
                details(report, Status.ERROR));
    }

    private static Map<String, String> checks(Report report, Status status) {
        Map<String, String> details = new TreeMap<>();
        report.results().stream()
                .filter(result -> result.status() == status)
                .forEach(result -> details.put(result.check(), result.detail().en()));
        return details;
    }

    /** Every requirement that was blamed, be it by failure or by warning. */
    public Set<String> blamed() {
        Set<String> all = new TreeSet<>(failed.keySet());
        all.addAll(warned.keySet());
        return all;
    }

    /** Whether a broken requirement was found with the severity that its level asks for. */
    public boolean caught(String requirement, Level level) {
        return (level == Level.MUST ? failed : warned).containsKey(requirement);
    }

    private static Map<String, String> details(Report report, Status status) {
        Map<String, String> details = new TreeMap<>();
        report.results().stream()
                .filter(result -> result.status() == status)
                .forEach(result -> details.putIfAbsent(result.requirement(), detail(result)));
        return details;
    }

    private static String detail(Result result) {
        return result.operation() + ": " + result.detail().en();
    }
}

package io.github.servicelinkage.conformance.result;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The results in numbers.
 *
 * @param requirements how many requirements the catalogue asks a check to judge
 * @param verified how many of them were judged: by a check that passed, warned or failed
 * @param checks how many checks have each status
 */
public record Summary(int requirements, int verified, Map<String, Long> checks) {

    /** Counts results. */
    public static Summary of(int requirements, List<Result> results) {
        Set<String> verified = new TreeSet<>();
        results.stream()
                .filter(result -> result.status() != Status.SKIPPED && result.status() != Status.ERROR)
                .forEach(result -> verified.add(result.requirement()));
        return new Summary(
                requirements,
                verified.size(),
                results.stream()
                        .collect(Collectors.groupingBy(
                                result -> result.status().label(), TreeMap::new, Collectors.counting())));
    }

    /** How many checks have a status. */
    public long count(Status status) {
        return checks.getOrDefault(status.label(), 0L);
    }
}

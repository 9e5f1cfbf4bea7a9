package io.github.servicelinkage.conformance.engine;

import io.github.servicelinkage.conformance.contract.Catalogue;
import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.message.UsageException;
import io.github.servicelinkage.conformance.result.Result;
import io.github.servicelinkage.conformance.result.Status;
import io.github.servicelinkage.conformance.waiver.Waiver;
import io.github.servicelinkage.conformance.waiver.WaiversFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The waivers of a run. An expired waiver counts for nothing; one that is no longer needed is told.
 *
 * @param waivers the waivers
 * @param today the day of the run
 */
public record Waivers(List<Waiver> waivers, LocalDate today) {

    /** No waivers. */
    public static Waivers none() {
        return new Waivers(List.of(), LocalDate.MAX);
    }

    /**
     * Reads a waivers file: a YAML list of {@code requirement, owner, reason, expires}.
     *
     * @throws UsageException if it cannot be read or is no waivers file
     */
    public static Waivers read(Path file, Catalogue catalogue, LocalDate today) {
        return new Waivers(WaiversFile.read(file, catalogue), today);
    }

    /** The results, with failures that are waived marked so. */
    public List<Result> applied(List<Result> results) {
        return results.stream().map(this::applied).toList();
    }

    /** Waivers that have expired or that no result needed. */
    public List<Text> remarks(List<Result> results) {
        List<Text> remarks = new ArrayList<>();
        for (Waiver waiver : waivers) {
            if (waiver.expires().isBefore(today)) {
                remarks.add(Text.of(
                        "%s의 유예는 %s에 만료되었습니다(%s).",
                        "The waiver of %s expired on %s (%s).",
                        waiver.requirement(),
                        waiver.expires(),
                        waiver.owner()));
            } else if (results.stream()
                    .noneMatch(result ->
                            result.requirement().equals(waiver.requirement()) && result.status() == Status.WAIVED)) {
                remarks.add(Text.of(
                        "%s의 유예는 더 필요하지 않습니다. 지우십시오.",
                        "The waiver of %s is no longer needed; remove it.", waiver.requirement()));
            }
        }
        return remarks;
    }

    private Result applied(Result result) {
        Optional<Waiver> waiver = waivers.stream()
                .filter(entry -> entry.requirement().equals(result.requirement())
                        && !entry.expires().isBefore(today))
                .findFirst();
        if (result.status() != Status.FAILED || waiver.isEmpty()) {
            return result;
        }
        Text detail = Text.of(
                        "유예됨(%s, %s까지): %s.",
                        "Waived (%s, until %s): %s.",
                        waiver.get().owner(),
                        waiver.get().expires(),
                        waiver.get().reason())
                .then(result.detail());
        return new Result(
                result.check(),
                result.requirement(),
                result.level(),
                result.operation(),
                Status.WAIVED,
                detail,
                result.exchanges());
    }
}

package io.github.servicelinkage.conformance.waiver;

import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.result.Result;
import io.github.servicelinkage.conformance.result.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The waivers of a run. Expired waivers are ignored, and waivers that match no failure are reported.
 *
 * @param waivers the waivers
 * @param today the day of the run
 */
public record Waivers(List<Waiver> waivers, LocalDate today) {

    /** No waivers. */
    public static Waivers none() {
        return new Waivers(List.of(), LocalDate.MAX);
    }

    /** The same waivers, with another text for what their author wrote: he may have put somebody's data into it. */
    public Waivers redacted(UnaryOperator<String> text) {
        return new Waivers(
                waivers.stream()
                        .map(waiver -> new Waiver(
                                waiver.requirement(),
                                text.apply(waiver.owner()),
                                text.apply(waiver.reason()),
                                waiver.expires()))
                        .toList(),
                today);
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
        return result.waived(Text.of(
                "유예됨(%s, %s까지): %s.",
                "Waived (%s, until %s): %s.",
                waiver.get().owner(),
                waiver.get().expires(),
                waiver.get().reason()));
    }
}

package io.github.servicelinkage.conformance.engine;

import io.github.servicelinkage.conformance.check.Check;
import io.github.servicelinkage.conformance.check.Finding;
import io.github.servicelinkage.conformance.contract.Level;
import io.github.servicelinkage.conformance.engine.Trial.Shown;
import io.github.servicelinkage.conformance.exchange.Exchange;
import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.result.Status;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Carries out the checks that send nothing: judges every exchange of their operation. */
final class Observer {
    private static final int MOST_SHOWN = 3;

    private Observer() {}

    static Trial observe(Check.Observing check, Level level, List<Exchange> exchanges) {
        List<Shown> broken = new ArrayList<>();
        List<Shown> warned = new ArrayList<>();
        List<Shown> held = new ArrayList<>();
        Set<Text> details = new LinkedHashSet<>();
        for (Exchange exchange : exchanges) {
            Optional<Finding> finding = check.rule().apply(exchange);
            if (finding.isEmpty()) {
                continue;
            }
            Shown shown = new Shown(exchange, check.expected());
            switch (finding.get().judgement()) {
                case BROKEN -> {
                    broken.add(shown);
                    details.add(finding.get().detail());
                }
                case WARNS -> {
                    warned.add(shown);
                    details.add(finding.get().detail());
                }
                case HOLDS -> held.add(shown);
            }
        }
        int all = broken.size() + warned.size() + held.size();
        if (!broken.isEmpty()) {
            Status status = level == Level.MUST ? Status.FAILED : Status.WARNING;
            return trial(check, status, sentence(broken.size(), all, details), broken);
        }
        if (!warned.isEmpty()) {
            return trial(check, Status.WARNING, sentence(warned.size(), all, details), warned);
        }
        return held.isEmpty()
                ? Trial.without(check, Status.SKIPPED, new Text("해당하는 응답이 없었음", "no answer of the run concerned it"))
                : trial(check, Status.PASSED, Text.NONE, held.subList(0, 1));
    }

    private static Trial trial(Check check, Status status, Text detail, List<Shown> shown) {
        return new Trial(
                check, status, detail, List.copyOf(shown.subList(0, Math.min(MOST_SHOWN, shown.size()))), List.of());
    }

    private static Text sentence(int some, int all, Set<Text> details) {
        Text what = details.stream()
                .limit(MOST_SHOWN)
                .reduce((a, b) -> new Text(a.ko() + "; " + b.ko(), a.en() + "; " + b.en()))
                .orElse(Text.NONE);
        return new Text("응답 %d개 중 %d개:".formatted(all, some), "%d of %d answers:".formatted(some, all)).then(what);
    }
}

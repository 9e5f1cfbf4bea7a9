package io.github.servicelinkage.conformance.cli;

import io.github.servicelinkage.conformance.check.Case;
import io.github.servicelinkage.conformance.check.Check;
import io.github.servicelinkage.conformance.check.Plan;
import io.github.servicelinkage.conformance.check.PlanContext;
import io.github.servicelinkage.conformance.contract.Catalogue;
import io.github.servicelinkage.conformance.contract.Contract;
import io.github.servicelinkage.conformance.contract.Decision;
import io.github.servicelinkage.conformance.contract.Reference;
import io.github.servicelinkage.conformance.contract.Requirement;
import io.github.servicelinkage.conformance.message.Columns;
import io.github.servicelinkage.conformance.message.Language;
import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.message.UsageException;
import io.github.servicelinkage.conformance.subject.SubjectsFile;
import io.github.servicelinkage.stub.mock.MockGateway;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code linkage explain ID}: what a requirement says, the sources and decisions behind it, and what the suite sends for it. */
@Command(name = "explain", mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "ID")
    private String id = "";

    @Option(names = "--lang", paramLabel = "ko|en")
    private Language language = Language.EN;

    @Override
    public Integer call() {
        Contract contract = Contract.load();
        Catalogue catalogue = Catalogue.load(contract);
        Requirement requirement = catalogue
                .find(id)
                .orElseThrow(() -> new UsageException(Text.of(
                        "요구사항 목록에 없는 id입니다: %s. linkage requirements로 목록을 확인하십시오.",
                        "There is no requirement %s. See linkage requirements for the list.", id)));
        PrintWriter out = spec.commandLine().getOut();
        out.println(requirement.id() + "  " + requirement.level() + "  " + requirement.kind());
        out.println("  " + requirement.text().in(language));
        out.println();
        Requirement.Source source = requirement.source();
        source.references().forEach(reference -> explain(out, reference));
        source.decisions().forEach(decision -> explain(out, decision));
        line(out, new Text("계약", "contract"), String.join(", ", source.spec()));
        line(out, new Text("조치 방법", "how to fix"), requirement.remedy().in(language));
        requirement.untested().ifPresent(text -> line(out, new Text("판정 제외", "not tested"), text.in(language)));
        PlanContext context =
                new PlanContext(contract, catalogue, SubjectsFile.sandbox(), MockGateway.DEFAULT_API_KEY, true);
        Plan.of(context, requirement::equals).checks().forEach(check -> sent(out, check));
        out.flush();
        return 0;
    }

    private void explain(PrintWriter out, Reference reference) {
        line(
                out,
                new Text("출처", "source"),
                reference.text().in(language) + " ("
                        + reference.source().edition().in(language) + ")");
        line(out, Text.NONE, reference.url());
    }

    private void explain(PrintWriter out, Decision decision) {
        line(out, new Text("결정", "decision"), decision.question().in(language) + " [" + decision.id() + "]");
        decision.readings().forEach(reading -> line(out, new Text("  해석", "  reading"), reading.in(language)));
        line(out, new Text("  선택", "  choice"), decision.choice().in(language));
        line(out, new Text("  이유", "  reason"), decision.reason().in(language));
        line(out, new Text("  대상", "  affects"), String.join(", ", decision.affects()));
    }

    private void sent(PrintWriter out, Check check) {
        if (check instanceof Check.Cases cases) {
            for (Case planned : cases.cases()) {
                line(
                        out,
                        Text.same(check.operation()),
                        planned.description().in(language) + " -> "
                                + planned.expectation().text().in(language));
            }
        } else if (check instanceof Check.Batch batch) {
            batch.cases().stream()
                    .map(planned -> planned.description().in(language))
                    .distinct()
                    .forEach(description -> line(
                            out,
                            Text.same(check.operation()),
                            description + " -> " + batch.expected().in(language)));
        } else if (check instanceof Check.Passive passive) {
            line(
                    out,
                    Text.same(check.operation()),
                    new Text("모든 응답을 관찰", "observes every response").in(language) + " -> "
                            + passive.expected().in(language));
        }
    }

    private void line(PrintWriter out, Text label, String text) {
        if (!text.isEmpty()) {
            out.println("  " + Columns.padded(label.in(language), 19) + text);
        }
    }
}

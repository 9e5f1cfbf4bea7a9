package io.github.servicelinkage.conformance.cli;

import io.github.servicelinkage.conformance.check.Case;
import io.github.servicelinkage.conformance.check.Check;
import io.github.servicelinkage.conformance.check.Given;
import io.github.servicelinkage.conformance.check.Plan;
import io.github.servicelinkage.conformance.contract.Catalogue;
import io.github.servicelinkage.conformance.contract.Contract;
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

/** {@code linkage explain ID}: what a requirement says, where it comes from, and what the suite sends for it. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        resourceBundle = "io.github.servicelinkage.conformance.cli.Messages")
final class ExplainCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "ID")
    private String id = "";

    @Option(names = "--lang", paramLabel = "ko|en")
    private Language language = Language.ofSystem();

    @Override
    public Integer call() {
        Contract contract = Contract.load();
        Catalogue catalogue = Catalogue.load(contract);
        Requirement requirement = catalogue
                .find(id)
                .orElseThrow(() -> new UsageException(Text.of(
                        "요구사항 %s이(가) 없습니다. linkage requirements로 목록을 보십시오.",
                        "There is no requirement %s. See linkage requirements for the list.", id)));
        PrintWriter out = spec.commandLine().getOut();
        out.println(requirement.id() + "  " + requirement.level() + "  " + requirement.kind());
        out.println("  " + requirement.text().in(language));
        out.println();
        line(out, new Text("출처", "source"), requirement.source().line());
        line(
                out,
                new Text("계약", "contract"),
                String.join(", ", requirement.source().pointers()));
        requirement.ambiguity().ifPresent(text -> line(out, new Text("모호함", "ambiguity"), text.in(language)));
        line(out, new Text("고치기", "to mend"), catalogue.remedy(requirement).in(language));
        requirement.untested().ifPresent(text -> line(out, new Text("판정 안 함", "untested"), text.in(language)));
        Given given = new Given(contract, catalogue, SubjectsFile.sandbox(), MockGateway.DEFAULT_API_KEY);
        Plan.of(given, requirement::equals).checks().forEach(check -> sent(out, check));
        out.flush();
        return 0;
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
        } else if (check instanceof Check.Together together) {
            line(
                    out,
                    Text.same(check.operation()),
                    together.description().in(language) + " -> "
                            + together.expected().in(language));
        } else if (check instanceof Check.Observing observing) {
            line(
                    out,
                    Text.same(check.operation()),
                    new Text("모든 응답을 봄", "looks at every answer").in(language) + " -> "
                            + observing.expected().in(language));
        }
    }

    private void line(PrintWriter out, Text label, String text) {
        if (!text.isEmpty()) {
            out.println("  " + Columns.padded(label.in(language), 19) + text);
        }
    }
}

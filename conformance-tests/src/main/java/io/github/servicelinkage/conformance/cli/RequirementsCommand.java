package io.github.servicelinkage.conformance.cli;

import io.github.servicelinkage.conformance.contract.Catalogue;
import io.github.servicelinkage.conformance.contract.Contract;
import io.github.servicelinkage.conformance.contract.Requirement;
import io.github.servicelinkage.conformance.message.Language;
import io.github.servicelinkage.conformance.message.Text;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code linkage requirements}: lists the catalogue. */
@Command(
        name = "requirements",
        mixinStandardHelpOptions = true,
        resourceBundle = "io.github.servicelinkage.conformance.cli.Messages")
final class RequirementsCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--lang", paramLabel = "ko|en")
    private Language language = Language.ofSystem();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Catalogue catalogue = Catalogue.load(Contract.load());
        String family = "";
        for (Requirement requirement : catalogue.requirements()) {
            if (!requirement.family().equals(family)) {
                family = requirement.family();
                out.println();
                out.println(catalogue.family(family).in(language));
            }
            Text untested = requirement.isTested() ? Text.NONE : new Text("(판정하지 않음)", "(untested)");
            out.printf(
                    "  %-13s %-6s %s %s%n",
                    requirement.id(), requirement.level(), requirement.text().in(language), untested.in(language));
        }
        out.flush();
        return 0;
    }
}

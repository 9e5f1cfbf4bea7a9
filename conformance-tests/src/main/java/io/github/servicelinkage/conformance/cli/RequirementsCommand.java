package io.github.servicelinkage.conformance.cli;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.github.servicelinkage.conformance.contract.Catalogue;
import io.github.servicelinkage.conformance.contract.CatalogueDocument;
import io.github.servicelinkage.conformance.contract.Contract;
import io.github.servicelinkage.conformance.contract.Requirement;
import io.github.servicelinkage.conformance.message.Columns;
import io.github.servicelinkage.conformance.message.Language;
import io.github.servicelinkage.conformance.message.Text;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code linkage requirements}: lists the catalogue for people, or writes it out for programs. */
@Command(name = "requirements", mixinStandardHelpOptions = true)
final class RequirementsCommand implements Callable<Integer> {
    private static final ObjectWriter JSON =
            new ObjectMapper().writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--lang", paramLabel = "ko|en")
    private Language language = Language.EN;

    @Option(names = "--json")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Contract contract = Contract.load();
        Catalogue catalogue = Catalogue.load(contract);
        if (json) {
            out.print(JSON.writeValueAsString(CatalogueDocument.of(contract, catalogue)) + "\n");
        } else {
            list(catalogue, out);
        }
        out.flush();
        return 0;
    }

    private void list(Catalogue catalogue, PrintWriter out) {
        String family = "";
        for (Requirement requirement : catalogue.requirements()) {
            if (!requirement.family().equals(family)) {
                family = requirement.family();
                out.println();
                out.println(catalogue.family(family).in(language));
            }
            Text untested = requirement.isTested() ? Text.NONE : new Text("(판정 제외)", "(not tested)");
            out.println("  " + Columns.padded(requirement.id(), 14)
                    + Columns.padded(requirement.level().name(), 7)
                    + requirement.text().then(untested).in(language));
        }
    }
}

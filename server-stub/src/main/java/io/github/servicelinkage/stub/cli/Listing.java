package io.github.servicelinkage.stub.cli;

import io.github.servicelinkage.stub.data.DataFile;
import io.github.servicelinkage.stub.data.GatewayData;
import io.github.servicelinkage.stub.data.GatewayData.Consents;
import io.github.servicelinkage.stub.data.GatewayData.Person;
import io.github.servicelinkage.stub.fault.Faults;
import io.github.servicelinkage.stub.fault.Variants;
import io.github.servicelinkage.stub.mock.MockGateway;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of the command that show what there is, and serve nothing. */
final class Listing {
    @Option(names = "--list-people")
    private boolean people;

    @Option(names = "--list-scenarios")
    private boolean scenarios;

    @Option(names = "--list-faults")
    private boolean faults;

    @Option(names = "--list-variants")
    private boolean variants;

    /** Prints what was asked for; false if nothing was. */
    boolean print(PrintWriter out, @Nullable Path data, Texts texts) throws IOException {
        if (people) {
            people(out, data == null ? DataFile.builtIn() : DataFile.read(data, "", texts.language()));
        }
        if (scenarios) {
            scenarios(out, texts);
        }
        if (faults) {
            faults(out, texts);
        }
        if (variants) {
            variants(out, texts);
        }
        out.flush();
        return people || scenarios || faults || variants;
    }

    private static void people(PrintWriter out, GatewayData data) {
        for (Person person : data.people()) {
            String services =
                    person.consentList().stream().map(Listing::service).collect(Collectors.joining(", "));
            out.println(situation(person));
            out.println("    " + person.korName() + "  " + person.ci());
            out.println("    " + person.result().value() + (services.isEmpty() ? "" : "; " + services));
        }
    }

    private static String situation(Person person) {
        return person.situation() == null ? "-" : person.situation();
    }

    private static String service(Consents consents) {
        return consents.comId() + "/" + consents.srvId() + ": "
                + consents.accounts().size();
    }

    private static void scenarios(PrintWriter out, Texts texts) {
        out.println(texts.text("scenarios", MockGateway.SCENARIO_HEADER));
        MockGateway.scenarios().forEach((step, description) -> line(out, step, description.in(texts.language())));
        out.println(texts.text("scenarioFaults"));
    }

    private static void faults(PrintWriter out, Texts texts) {
        Faults.all()
                .forEach(fault -> line(
                        out,
                        fault.name(),
                        String.format(
                                Locale.ROOT,
                                "%-14s %s",
                                fault.requirement(),
                                fault.description().in(texts.language()))));
    }

    private static void variants(PrintWriter out, Texts texts) {
        Variants.all()
                .forEach(variant ->
                        line(out, variant.name(), variant.description().in(texts.language())));
    }

    private static void line(PrintWriter out, String name, String description) {
        out.println(String.format(Locale.ROOT, "%-45s %s", name, description));
    }
}

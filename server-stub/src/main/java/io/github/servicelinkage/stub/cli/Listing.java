package io.github.servicelinkage.stub.cli;

import io.github.servicelinkage.stub.data.DataFile;
import io.github.servicelinkage.stub.data.GatewayData;
import io.github.servicelinkage.stub.data.GatewayData.Consents;
import io.github.servicelinkage.stub.data.GatewayData.Person;
import io.github.servicelinkage.stub.fault.Faults;
import io.github.servicelinkage.stub.fault.Variants;
import io.github.servicelinkage.stub.message.Language;
import io.github.servicelinkage.stub.mock.MockGateway;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
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
    boolean print(PrintWriter out, @Nullable Path data, Messages messages) throws IOException {
        if (people) {
            people(out, data == null ? DataFile.builtIn() : DataFile.read(data, Language.of(messages.locale())));
        }
        if (scenarios) {
            scenarios(out, messages);
        }
        if (faults) {
            faults(out, Language.of(messages.locale()));
        }
        if (variants) {
            variants(out, Language.of(messages.locale()));
        }
        out.flush();
        return people || scenarios || faults || variants;
    }

    private static void people(PrintWriter out, GatewayData data) {
        for (Person person : data.people()) {
            String services =
                    person.consentList().stream().map(Listing::service).collect(Collectors.joining(", "));
            out.printf(
                    "%s%n    %s  %s%n    %s",
                    situation(person),
                    person.korName(),
                    person.ci(),
                    person.result().value());
            out.printf(services.isEmpty() ? "%n" : "; %s%n", services);
        }
    }

    private static String situation(Person person) {
        return person.situation() == null ? "-" : person.situation();
    }

    private static String service(Consents consents) {
        return "%s/%s: %d"
                .formatted(
                        consents.comId(), consents.srvId(), consents.accounts().size());
    }

    private static void scenarios(PrintWriter out, Messages messages) {
        out.println(messages.text("scenarios", MockGateway.SCENARIO_HEADER));
        MockGateway.scenarios()
                .forEach((step, text) -> out.printf("%-45s %s%n", step, text.in(Language.of(messages.locale()))));
        out.println(messages.text("scenarioFaults"));
    }

    private static void faults(PrintWriter out, Language language) {
        Faults.all()
                .forEach(fault -> out.printf(
                        "%-45s %-14s %s%n",
                        fault.name(), fault.requirement(), fault.description().in(language)));
    }

    private static void variants(PrintWriter out, Language language) {
        Variants.all()
                .forEach(variant -> out.printf(
                        "%-45s %s%n", variant.name(), variant.description().in(language)));
    }
}

package io.github.servicelinkage.conformance.proof;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.servicelinkage.conformance.contract.Requirement;
import io.github.servicelinkage.conformance.proof.SilentGateways.Silent;
import io.github.servicelinkage.conformance.result.Verdict;
import io.github.servicelinkage.stub.fault.Variant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which fault was blamed on which requirement, and which variant raised an alarm; written as JSON and as a page.
 *
 * @param faults the faulty gateways
 * @param variants the different gateways
 * @param silent the gateways that say nothing of some requirements
 */
record ProofMatrix(List<ProvenFault> faults, Map<Variant, Run> variants, Map<Silent, Run> silent) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** The counts in a sentence, for the README. */
    String line() {
        return "%d faults caught and rightly blamed, %d variants without a false alarm, %d vacuous passes"
                .formatted(proven(), variants.size() - alarms(), vacuous());
    }

    /** Writes {@code proof.json} and {@code proof.html}. */
    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("proof.json"), JSON.writeValueAsString(json()));
        Files.writeString(folder.resolve("proof.html"), html());
    }

    private long proven() {
        return faults.stream()
                .filter(fault -> fault.caught() && fault.rightlyBlamed())
                .count();
    }

    private long alarms() {
        return variants.values().stream()
                .filter(run -> run.verdict() != Verdict.CONFORMANT)
                .count();
    }

    /** Checks that passed on a gateway that says nothing of their requirements. */
    private long vacuous() {
        return silent.entrySet().stream()
                .mapToLong(gateway -> gateway.getValue().passed().stream()
                        .filter(check ->
                                !gateway.getKey().checks(List.of(check)).isEmpty())
                        .count())
                .sum();
    }

    private long skipped(Requirement requirement) {
        return silent.entrySet().stream()
                .filter(gateway -> gateway.getKey().requirements().contains(requirement.id()))
                .filter(gateway -> gateway.getValue().skipped().keySet().stream()
                        .anyMatch(check -> check.startsWith(requirement.id() + "/")))
                .count();
    }

    private long unharmed(Requirement requirement) {
        return variants.values().stream()
                .filter(run -> !run.failed().containsKey(requirement.id()))
                .count();
    }

    private ObjectNode json() {
        ObjectNode root = JSON.createObjectNode();
        root.putObject("summary")
                .put("faults", faults.size())
                .put("caughtAndRightlyBlamed", proven())
                .put("variants", variants.size())
                .put("falseAlarms", alarms())
                .put("requirementsWithFault", byRequirement().size())
                .put("vacuousPasses", vacuous());
        ArrayNode table = root.putArray("requirements");
        byRequirement()
                .forEach((requirement, breaking) -> table.addObject()
                        .put("id", requirement.id())
                        .put("level", requirement.level().name())
                        .put(
                                "faultsCaught",
                                breaking.stream().filter(ProvenFault::caught).count())
                        .put("variantsPassed", unharmed(requirement))
                        .put("vacuousRunsSkipped", skipped(requirement)));
        ArrayNode rows = root.putArray("faults");
        faults.forEach(fault -> {
            ObjectNode row = rows.addObject()
                    .put("name", fault.name())
                    .put("description", fault.description())
                    .put("requirement", fault.requirement().id())
                    .put("level", fault.requirement().level().name())
                    .put("caught", fault.caught())
                    .put("rightlyBlamed", fault.rightlyBlamed());
            row.set("blamed", JSON.valueToTree(fault.run().blamed()));
            row.set("alsoBlamed", JSON.valueToTree(fault.alsoBlamed()));
        });
        ArrayNode different = root.putArray("variants");
        variants.forEach((variant, run) -> {
            ObjectNode row = different
                    .addObject()
                    .put("name", variant.name())
                    .put("description", variant.description().en())
                    .put("verdict", run.verdict().name());
            row.set("failed", JSON.valueToTree(run.failed().keySet()));
            row.set("warned", JSON.valueToTree(run.warned().keySet()));
        });
        return root;
    }

    private String html() {
        StringBuilder rows = new StringBuilder();
        byRequirement().forEach((requirement, breaking) -> {
            rows.append("<tr class=r><th>%s<td>%s<td>%s<br>%s<td>%d · %d · %d"
                    .formatted(
                            requirement.id(),
                            requirement.level(),
                            escaped(requirement.text().ko()),
                            escaped(requirement.text().en()),
                            breaking.stream().filter(ProvenFault::caught).count(),
                            unharmed(requirement),
                            skipped(requirement)));
            breaking.forEach(fault -> rows.append("<tr><td>%s<td>%s<td>%s<td>%s"
                    .formatted(
                            fault.caught() && fault.rightlyBlamed() ? "✔" : "✘",
                            fault.name(),
                            escaped(fault.description()),
                            String.join(", ", fault.run().blamed()))));
        });
        StringBuilder different = new StringBuilder();
        variants.forEach((variant, run) -> different.append("<tr><td>%s<td>%s<td>%s<td>%s"
                .formatted(
                        run.verdict() == Verdict.CONFORMANT ? "✔" : "✘",
                        variant.name(),
                        escaped(variant.description().en()),
                        String.join(", ", run.blamed()))));
        return """
                <!doctype html><html lang="en"><meta charset="utf-8"><title>Proof of the conformance suite</title>
                <style>body{font:15px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}
                table{border-collapse:collapse;width:100%%}td,th{padding:.2rem .6rem;text-align:left;vertical-align:top}
                .r>*{background:#eef;border-top:2px solid #fff}</style>
                <h1>%s</h1>
                <h2>결함 · Faults</h2><table><tr><th><th>fault<th>what the gateway does<th>blamed<br><small>per requirement: faults caught · variants passed · vacuous runs skipped</small>%s</table>
                <h2>변형 · Variants</h2><table><tr><th><th>variant<th>what the gateway does<th>warned of%s</table>
                """.formatted(line(), rows, different);
    }

    private Map<Requirement, List<ProvenFault>> byRequirement() {
        return faults.stream()
                .collect(Collectors.groupingBy(ProvenFault::requirement, LinkedHashMap::new, Collectors.toList()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}

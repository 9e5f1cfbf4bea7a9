package io.github.servicelinkage.conformance.waiver;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.servicelinkage.conformance.contract.Catalogue;
import io.github.servicelinkage.conformance.file.CheckedYaml;
import io.github.servicelinkage.conformance.file.FileKind;
import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.message.UsageException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Reads a waivers file: a YAML list of {@code requirement, owner, reason, expires}. */
public final class WaiversFile {
    private static final FileKind KIND = new FileKind(
            new Text("유예", "waivers"),
            "waivers.schema.json",
            new Text(
                    "requirement, owner, reason, expires가 있는 YAML 목록을 지정하십시오.",
                    "Give a YAML list of requirement, owner, reason, expires."));

    private WaiversFile() {}

    /**
     * Reads a file.
     *
     * @throws UsageException if it cannot be read, is not a waivers file, or waives a requirement that is unknown; the message names
     *     file, line, member and remedy
     */
    public static Waivers read(Path file, Catalogue catalogue, LocalDate today) {
        CheckedYaml yaml = CheckedYaml.read(KIND, file);
        List<Waiver> waivers = new ArrayList<>();
        for (JsonNode entry : yaml.root()) {
            String requirement = entry.path("requirement").textValue();
            if (catalogue.find(requirement).isEmpty()) {
                throw yaml.problem(
                        entry.path("requirement"),
                        "[" + waivers.size() + "].requirement",
                        new Text(
                                "알 수 없는 요구사항입니다. linkage requirements로 목록을 볼 수 있습니다",
                                "unknown requirement; linkage requirements lists them"));
            }
            waivers.add(new Waiver(
                    requirement,
                    entry.path("owner").textValue(),
                    entry.path("reason").textValue(),
                    LocalDate.parse(entry.path("expires").textValue())));
        }
        return new Waivers(List.copyOf(waivers), today);
    }
}

package io.github.servicelinkage.conformance.waiver;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.servicelinkage.conformance.contract.Catalogue;
import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.message.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Reads the waivers file: a YAML list of {@code requirement, owner, reason, expires}. */
public final class WaiversFile {
    private WaiversFile() {}

    /**
     * Reads a waivers file.
     *
     * @throws UsageException if it cannot be read or is not a waivers file
     */
    public static Waivers read(Path file, Catalogue catalogue, LocalDate today) {
        JsonNode root;
        try {
            root = new YAMLMapper().readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            throw wrong(file + ":" + e.getLocation().getLineNr(), new Text("YAML 문법 오류", "malformed YAML"));
        } catch (IOException e) {
            throw wrong(file.toString(), new Text("읽을 수 없음", "cannot be read"));
        }
        if (!root.isArray()) {
            throw wrong(file.toString(), new Text("목록이 아님", "is not a list"));
        }
        List<Waiver> waivers = new ArrayList<>();
        for (int i = 0; i < root.size(); i++) {
            waivers.add(waiver(file + ", " + (i + 1), root.get(i), catalogue));
        }
        return new Waivers(List.copyOf(waivers), today);
    }

    private static Waiver waiver(String place, JsonNode node, Catalogue catalogue) {
        String requirement = text(place, node, "requirement");
        if (catalogue.find(requirement).isEmpty()) {
            throw wrong(place, new Text("알 수 없는 요구사항 " + requirement, "unknown requirement " + requirement));
        }
        try {
            return new Waiver(
                    requirement,
                    text(place, node, "owner"),
                    text(place, node, "reason"),
                    LocalDate.parse(text(place, node, "expires")));
        } catch (DateTimeException e) {
            throw wrong(place, new Text("expires는 yyyy-MM-dd 형식이어야 합니다", "expires must be a day as yyyy-MM-dd"));
        }
    }

    private static String text(String place, JsonNode node, String name) {
        if (node.path(name).asText().isBlank()) {
            throw wrong(place, new Text(name + " 항목이 없음", "has no " + name));
        }
        return node.path(name).asText();
    }

    private static UsageException wrong(String place, Text what) {
        return new UsageException(Text.of(
                "유예 파일 %s: %s. requirement, owner, reason, expires가 있는 YAML 목록을 지정하십시오.",
                "Waivers file %s: %s. Give a YAML list of requirement, owner, reason, expires.", place, what));
    }
}

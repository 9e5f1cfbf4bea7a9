package io.github.servicelinkage.conformance.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.servicelinkage.conformance.contract.Catalogue;
import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.message.UsageException;
import io.github.servicelinkage.conformance.result.Result;
import io.github.servicelinkage.conformance.result.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The waivers of a run. An expired waiver counts for nothing; one that is no longer needed is told.
 *
 * @param waivers the waivers
 * @param today the day of the run
 */
public record Waivers(List<Waiver> waivers, LocalDate today) {

    /** No waivers. */
    public static Waivers none() {
        return new Waivers(List.of(), LocalDate.MAX);
    }

    /**
     * Reads a waivers file: a YAML list of {@code requirement, owner, reason, expires}.
     *
     * @throws UsageException if it cannot be read or is no waivers file
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
            waivers.add(waiver("%s, %d".formatted(file, i + 1), root.get(i), catalogue));
        }
        return new Waivers(List.copyOf(waivers), today);
    }

    /** The results, with failures that are waived marked so. */
    public List<Result> applied(List<Result> results) {
        return results.stream().map(this::applied).toList();
    }

    /** Waivers that have expired or that no result needed. */
    public List<Text> remarks(List<Result> results) {
        List<Text> remarks = new ArrayList<>();
        for (Waiver waiver : waivers) {
            if (waiver.expires().isBefore(today)) {
                remarks.add(Text.of(
                        "%s의 유예는 %s에 만료되었습니다(%s).",
                        "The waiver of %s expired on %s (%s).",
                        waiver.requirement(),
                        waiver.expires(),
                        waiver.owner()));
            } else if (results.stream()
                    .noneMatch(result ->
                            result.requirement().equals(waiver.requirement()) && result.status() == Status.WAIVED)) {
                remarks.add(Text.of(
                        "%s의 유예는 더 필요하지 않습니다. 지우십시오.",
                        "The waiver of %s is no longer needed; remove it.", waiver.requirement()));
            }
        }
        return remarks;
    }

    private Result applied(Result result) {
        Optional<Waiver> waiver = waivers.stream()
                .filter(entry -> entry.requirement().equals(result.requirement())
                        && !entry.expires().isBefore(today))
                .findFirst();
        if (result.status() != Status.FAILED || waiver.isEmpty()) {
            return result;
        }
        Text detail = Text.of(
                        "유예됨(%s, %s까지): %s.",
                        "Waived (%s, until %s): %s.",
                        waiver.get().owner(),
                        waiver.get().expires(),
                        waiver.get().reason())
                .then(result.detail());
        return new Result(
                result.check(),
                result.requirement(),
                result.level(),
                result.operation(),
                Status.WAIVED,
                detail,
                result.exchanges());
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
        return new UsageException(new Text(
                "유예 파일 %s: %s. requirement, owner, reason, expires가 있는 YAML 목록을 지정하십시오.".formatted(place, what.ko()),
                "Waivers file %s: %s. Give a YAML list of requirement, owner, reason, expires."
                        .formatted(place, what.en())));
    }
}

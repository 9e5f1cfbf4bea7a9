package io.github.servicelinkage.conformance.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.servicelinkage.conformance.file.InputFile;
import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.message.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The outcome of an earlier run, to compare with or to repeat.
 *
 * @param statuses the outcome of each check then
 */
public record EarlierReport(Map<String, Status> statuses) {
    private static final int MOST_BYTES = 64 << 20;

    /** No earlier run: everything is new. */
    public static final EarlierReport NONE = new EarlierReport(Map.of());

    /**
     * Reads a {@code report.json}.
     *
     * @throws UsageException if it cannot be read or is none
     */
    public static EarlierReport read(Path file) {
        Map<String, Status> statuses = new LinkedHashMap<>();
        try {
            JsonNode results = new ObjectMapper().readTree(bytes(file)).path("results");
            if (!results.isArray()) {
                throw unreadable(file);
            }
            for (JsonNode result : results) {
                statuses.put(
                        result.path("check").asText(),
                        Status.valueOf(result.path("status").asText().toUpperCase(Locale.ROOT)));
            }
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable(file);
        }
        return new EarlierReport(Map.copyOf(statuses));
    }

    /** Ids of the checks that did not pass, and were not skipped. */
    public Set<String> problems() {
        return statuses.entrySet().stream()
                .filter(entry -> entry.getValue() != Status.PASSED && entry.getValue() != Status.SKIPPED)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether a check has another status than then. */
    public boolean isChanged(Result result) {
        return statuses.get(result.check()) != result.status();
    }

    /** Whether a check that did not pass then passes now. */
    public boolean isMended(Result result) {
        return result.status() == Status.PASSED && problems().contains(result.check());
    }

    private static byte[] bytes(Path file) throws IOException {
        try (InputStream in = InputFile.open(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw unreadable(file);
            }
            return bytes;
        }
    }

    private static UsageException unreadable(Path file) {
        return new UsageException(Text.of(
                "읽을 수 있는 report.json이 아닙니다: %s. --report로 쓴 파일을 지정하십시오.",
                "%s is not a readable report.json. Give one that --report has written.", file));
    }
}

package io.github.servicelinkage.conformance.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/** Counts how many inputs of each kind were tried and how many held, and writes {@code target/attack/CLASS.tsv}. */
final class AttackTable implements TestWatcher, AfterAllCallback {

    private final Map<String, int[]> kinds = new TreeMap<>();

    @Override
    public void testSuccessful(ExtensionContext context) {
        count(context, 1);
    }

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
        count(context, 0);
    }

    @Override
    public void testAborted(ExtensionContext context, Throwable cause) {
        count(context, 0);
    }

    @Override
    public void testDisabled(ExtensionContext context, Optional<String> reason) {
        count(context, 0);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        StringBuilder table = new StringBuilder();
        kinds.forEach((kind, counts) -> table.append(kind)
                .append('\t')
                .append(counts[0])
                .append('\t')
                .append(counts[1])
                .append('\n'));
        try {
            Path folder = Files.createDirectories(Path.of("target/attack"));
            Files.writeString(folder.resolve(context.getRequiredTestClass().getSimpleName() + ".tsv"), table);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The kind is what stands before the colon of a test's display name; see {@link Attack#toString}. */
    private synchronized void count(ExtensionContext context, int held) {
        String kind = context.getDisplayName().replaceFirst("^\\[\\d+] ", "").replaceFirst(": .*", "");
        int[] counts = kinds.computeIfAbsent(kind, unseen -> new int[2]);
        counts[0]++;
        counts[1] += held;
    }
}

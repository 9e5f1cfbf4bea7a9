package io.github.servicelinkage.conformance.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random inputs: each gives an answer or a sentence, in bounded time. {@code -Dfuzz.minutes=20 -Dfuzz.seed=2} says how long and with what;
 * {@code -Dfuzz.iteration=17} plays one input of a seed again. What is found is in {@code target/attack}.
 */
@Tag("attack")
class FuzzTest {
    private static final long LIMIT_SECONDS = 60;
    private static final int MOST_TRIES_TO_SHORTEN = 300;
    private static final long SECONDS_TO_SHORTEN = 20;

    private final long seed = Long.getLong("fuzz.seed", 1);
    private final Map<String, int[]> counts = new TreeMap<>();
    private final Map<String, String> findings = new LinkedHashMap<>();
    private final AtomicReference<Throwable> uncaught = new AtomicReference<>();

    @TempDir
    private Path folder;

    @Test
    void everyInputGivesAnAnswerOrASentence() throws Exception {
        long end = System.nanoTime()
                + TimeUnit.SECONDS.toNanos((long) (60 * Double.parseDouble(System.getProperty("fuzz.minutes", "1"))));
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> uncaught.set(failure));
        List<FuzzKind> kinds = FuzzKinds.in(folder);
        Long single = Long.getLong("fuzz.iteration");
        if (single == null) {
            for (long iteration = 0; System.nanoTime() < end; iteration++) {
                iterate(kinds, iteration);
            }
        } else {
            iterate(kinds, single);
        }
        new HashSet<>(kinds).forEach(FuzzKind::close);

        writeTable();
        assertThat(findings.values()).as("seed %s", seed).isEmpty();
    }

    private void iterate(List<FuzzKind> kinds, long iteration) throws IOException {
        FuzzKind kind = kinds.get((int) (iteration % kinds.size()));
        byte[] input = input(kind, iteration);
        int[] count = counts.computeIfAbsent(kind.name(), unseen -> new int[2]);
        count[0]++;
        Optional<String> problem = problem(kind, input);
        if (problem.isEmpty()) {
            count[1]++;
        } else if (!findings.containsKey(kind + ": " + problem.get())) {
            tell(kind, iteration, input, problem.get());
        }
    }

    private byte[] input(FuzzKind kind, long iteration) {
        Random random = new Random(seed * 1_000_003 + iteration);
        byte[] bytes = Mutations.of(any(kind, random), any(kind, random), random);
        return kind.isMessage() && random.nextInt(10) > 2 ? Mutations.framed(bytes) : bytes;
    }

    private static byte[] any(FuzzKind kind, Random random) {
        return kind.seeds().get(random.nextInt(kind.seeds().size()));
    }

    /** What is wrong with the outcome of an input, in words that are the same for the same defect. */
    private Optional<String> problem(FuzzKind kind, byte[] input) {
        FutureTask<List<String>> task = new FutureTask<>(() -> kind.player().play(input));
        Thread thread = new Thread(task, "fuzz");
        thread.setDaemon(true);
        thread.start();
        try {
            List<String> texts = task.get(LIMIT_SECONDS, TimeUnit.SECONDS);
            Throwable elsewhere = uncaught.getAndSet(null);
            if (elsewhere != null) {
                return Optional.of("uncaught " + named(elsewhere));
            }
            for (int i = 0; i < texts.size(); i++) {
                Optional<String> problem = ShownText.problem(texts.get(i), SandboxPerson.SECRETS);
                if (problem.isPresent()) {
                    return Optional.of("text " + i + " holds a " + problem.get());
                }
            }
            return Optional.empty();
        } catch (TimeoutException hanging) {
            String where = Arrays.stream(thread.getStackTrace())
                    .filter(frame -> frame.getClassName().contains("servicelinkage"))
                    .map(StackTraceElement::toString)
                    .findFirst()
                    .orElse("nowhere");
            thread.interrupt();
            return Optional.of("no end at " + where);
        } catch (ExecutionException failed) {
            return Optional.of(named(failed.getCause()));
        } catch (InterruptedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String named(Throwable failure) {
        if (failure instanceof FuzzKind.Finding) {
            return failure.getMessage();
        }
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        StackTraceElement[] trace = cause.getStackTrace();
        String where = Arrays.stream(trace)
                .filter(frame -> frame.getClassName().contains("servicelinkage")
                        && !frame.getClassName().contains(".attack."))
                .map(StackTraceElement::toString)
                .findFirst()
                .orElse(trace.length == 0 ? "?" : trace[0].toString());
        return cause.getClass().getSimpleName() + " at " + where;
    }

    private void tell(FuzzKind kind, long iteration, byte[] input, String problem) throws IOException {
        byte[] shortest = problem.startsWith("no end") ? input : shortened(kind, input, problem);
        Path file =
                Files.createDirectories(Path.of("target/attack")).resolve("fuzz-%d-%d.bin".formatted(seed, iteration));
        Files.write(file, shortest);
        String told = "%s: %s (seed %d, iteration %d, %d bytes in %s)"
                .formatted(kind, problem, seed, iteration, shortest.length, file);
        System.out.println(told);
        findings.put(kind + ": " + problem, told);
    }

    /** Leaves out what is not needed for the same problem, in ever smaller pieces. */
    private byte[] shortened(FuzzKind kind, byte[] input, String problem) {
        byte[] shortest = input;
        int tries = 0;
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_SHORTEN);
        for (int size = input.length / 2; size > 0; size /= 2) {
            for (int from = 0; from < shortest.length; ) {
                if (tries++ > MOST_TRIES_TO_SHORTEN || System.nanoTime() > end) {
                    return shortest;
                }
                byte[] less = without(shortest, from, Math.min(size, shortest.length - from));
                byte[] candidate = kind.isMessage() ? Mutations.framed(less) : less;
                if (problem(kind, candidate).equals(Optional.of(problem))) {
                    shortest = candidate;
                } else {
                    from += size;
                }
            }
        }
        return shortest;
    }

    private static byte[] without(byte[] bytes, int from, int length) {
        byte[] less = Arrays.copyOf(bytes, bytes.length - length);
        System.arraycopy(bytes, from + length, less, from, less.length - from);
        return less;
    }

    private void writeTable() throws IOException {
        StringBuilder table = new StringBuilder();
        counts.forEach((kind, count) -> table.append(kind)
                .append('\t')
                .append(count[0])
                .append('\t')
                .append(count[1])
                .append('\n'));
        System.out.print("seed " + seed + "\n" + table);
        Files.writeString(Files.createDirectories(Path.of("target/attack")).resolve("FuzzTest.tsv"), table);
    }
}

package io.github.servicelinkage.conformance.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What a soak must hold after its warm-up, the first third. The last third is compared with the second, by medians: one sample on a
 * busy machine says nothing.
 */
final class Limits {
    private static final double MEGABYTE = 1 << 20;

    private Limits() {}

    /** The limits that are broken, in words; empty if all hold. */
    static List<String> broken(List<Sample> samples) {
        List<String> broken = new ArrayList<>();
        grown(broken, samples, "heap in MB", sample -> sample.heap() / MEGABYTE, 1.05, 0.5);
        grown(broken, samples, "descriptors", Sample::descriptors, 1.0, 2);
        grown(broken, samples, "p99 in ms", Sample::p99, 1.5, 2);
        return broken;
    }

    private static void grown(
            List<String> broken,
            List<Sample> samples,
            String what,
            ToDoubleFunction<Sample> value,
            double factor,
            double margin) {
        int third = samples.size() / 3;
        if (third == 0) {
            broken.add("too few samples for a verdict on " + what);
            return;
        }
        double before = median(samples.subList(third, 2 * third), value);
        double after = median(samples.subList(samples.size() - third, samples.size()), value);
        if (!(after <= before * factor + margin)) {
            broken.add(String.format(Locale.ROOT, "%s grew from %.1f to %.1f", what, before, after));
        }
    }

    private static double median(List<Sample> samples, ToDoubleFunction<Sample> value) {
        double[] sorted = samples.stream().mapToDouble(value).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}

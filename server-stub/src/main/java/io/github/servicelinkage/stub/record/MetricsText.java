package io.github.servicelinkage.stub.record;

import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Writes all numbers in the text format of Prometheus, version 0.0.4.
 *
 * @param metrics what was counted
 * @param connections number of open connections
 */
record MetricsText(Metrics metrics, LongSupplier connections) {
    private static final String REQUESTS = "linkage_mock_requests_total";
    private static final String DURATION = "linkage_mock_request_duration_seconds";

    String write() {
        StringBuilder text = new StringBuilder();
        head(
                text,
                REQUESTS,
                "counter",
                "Requests of the contract's paths and of unknown ones, by operation and status.");
        metrics.responses()
                .forEach((series, number) -> text.append(String.format(
                        Locale.ROOT,
                        "%s{operation=\"%s\",status=\"%d\"} %d\n",
                        REQUESTS,
                        series.operation(),
                        series.status(),
                        number.sum())));
        duration(text);
        gauge(text, "linkage_mock_connections", "Open connections.", connections.getAsLong());
        Runtime jvm = Runtime.getRuntime();
        gauge(text, "linkage_mock_heap_used_bytes", "Used heap.", jvm.totalMemory() - jvm.freeMemory());
        return text.toString();
    }

    private void duration(StringBuilder text) {
        head(text, DURATION, "histogram", "Time from the end of a request to its response, without requested delays.");
        double[] bounds = metrics.bounds();
        long[] inBuckets = metrics.inBuckets();
        long below = 0;
        for (int at = 0; at < bounds.length; at++) {
            below += inBuckets[at];
            bucket(text, String.valueOf(bounds[at]), below);
        }
        bucket(text, "+Inf", metrics.count());
        text.append(DURATION + "_sum ").append(metrics.seconds()).append('\n');
        text.append(DURATION + "_count ").append(metrics.count()).append('\n');
    }

    private static void bucket(StringBuilder text, String bound, long number) {
        text.append(DURATION + "_bucket{le=\"")
                .append(bound)
                .append("\"} ")
                .append(number)
                .append('\n');
    }

    private static void gauge(StringBuilder text, String name, String help, long value) {
        head(text, name, "gauge", help);
        text.append(name).append(' ').append(value).append('\n');
    }

    private static void head(StringBuilder text, String name, String type, String help) {
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }
}

package io.github.servicelinkage.stub.mock;

import io.github.servicelinkage.stub.api.ServiceLinkageApi;
import io.github.servicelinkage.stub.api.ServiceLinkageApi.Route;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/**
 * Counts answers, for Prometheus (text format 0.0.4). Own code rather than a library: three numbers, counted without contention, and
 * nothing more for programs that embed the gateway to download or load.
 */
final class Metrics implements Observer {
    private static final long[] BUCKETS_MICROS = {50, 100, 250, 500, 1_000, 2_500, 10_000, 100_000, 1_000_000};

    private final Map<Series, LongAdder> answers = new ConcurrentHashMap<>();
    private final LongAdder[] buckets =
            Stream.generate(LongAdder::new).limit(BUCKETS_MICROS.length).toArray(LongAdder[]::new);
    private final LongAdder sumNanos = new LongAdder();
    private final LongAdder count = new LongAdder();
    private final LongAdder connections = new LongAdder();

    private record Series(String operation, int status) implements Comparable<Series> {
        @Override
        public int compareTo(Series other) {
            int byOperation = operation.compareTo(other.operation);
            return byOperation == 0 ? Integer.compare(status, other.status) : byOperation;
        }
    }

    LongAdder connections() {
        return connections;
    }

    @Override
    public void answered(Request request, Answer answer, Duration took) {
        Series series = new Series(operation(request.path()), answer.status());
        LongAdder known = answers.get(series);
        // Asking first takes no lock, and all but the first request of a series are known.
        (known == null ? answers.computeIfAbsent(series, first -> new LongAdder()) : known).increment();
        long micros = took.toNanos() / 1_000;
        int bucket = Arrays.binarySearch(BUCKETS_MICROS, micros);
        int at = bucket < 0 ? -bucket - 1 : bucket;
        if (at < buckets.length) {
            buckets[at].increment();
        }
        count.increment();
        sumNanos.add(took.toNanos());
    }

    /** The operation of a path; paths that the contract does not know are not shown, since anything may stand in them. */
    static String operation(String path) {
        for (Route<?, ?> route : ServiceLinkageApi.ROUTES) {
            if (path.startsWith(ServiceLinkageApi.BASE_PATH) && path.endsWith(route.path())) {
                return route.operationId();
            }
        }
        return "none";
    }

    /** All numbers, in the form that Prometheus reads. */
    String text() {
        StringBuilder text = new StringBuilder("# TYPE linkage_mock_requests_total counter\n");
        new TreeMap<>(answers)
                .forEach((series, number) ->
                        text.append("linkage_mock_requests_total{operation=\"%s\",status=\"%d\"} %d%n"
                                .formatted(series.operation(), series.status(), number.sum())));
        text.append("# TYPE linkage_mock_request_duration_seconds histogram\n");
        long below = 0;
        for (int at = 0; at < buckets.length; at++) {
            below += buckets[at].sum();
            text.append("linkage_mock_request_duration_seconds_bucket{le=\"%s\"} %d%n"
                    .formatted(BUCKETS_MICROS[at] / 1e6, below));
        }
        text.append("linkage_mock_request_duration_seconds_bucket{le=\"+Inf\"} %d%n".formatted(count.sum()))
                .append("linkage_mock_request_duration_seconds_sum %s%n".formatted(sumNanos.sum() / 1e9))
                .append("linkage_mock_request_duration_seconds_count %d%n".formatted(count.sum()))
                .append("# TYPE linkage_mock_connections gauge\nlinkage_mock_connections %d%n"
                        .formatted(connections.sum()))
                .append("# TYPE linkage_mock_heap_used_bytes gauge\nlinkage_mock_heap_used_bytes %d%n"
                        .formatted(Runtime.getRuntime().totalMemory()
                                - Runtime.getRuntime().freeMemory()));
        return text.toString().replace("\r", "");
    }
}

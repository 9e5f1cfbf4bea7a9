package io.github.servicelinkage.stub.record;

import io.github.servicelinkage.stub.exchange.Observer;
import io.github.servicelinkage.stub.exchange.Request;
import io.github.servicelinkage.stub.exchange.Response;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Counts responses and how long they took. Own code rather than a library: three numbers, counted without contention, and nothing
 * more for programs that embed the gateway to download or load.
 */
public final class Metrics implements Observer {
    private static final long[] BUCKETS_MICROS = {50, 100, 250, 500, 1_000, 2_500, 10_000, 100_000, 1_000_000};

    private final Map<Series, LongAdder> responses = new ConcurrentHashMap<>();
    private final LongAdder[] buckets =
            Stream.generate(LongAdder::new).limit(BUCKETS_MICROS.length).toArray(LongAdder[]::new);
    private final LongAdder sumNanos = new LongAdder();
    private final LongAdder count = new LongAdder();

    /** Responses that are counted together. */
    record Series(String operation, int status) implements Comparable<Series> {
        @Override
        public int compareTo(Series other) {
            int byOperation = operation.compareTo(other.operation);
            return byOperation == 0 ? Integer.compare(status, other.status) : byOperation;
        }
    }

    @Override
    public void responded(Request request, Response response, Duration took) {
        Series series = new Series(RequestLine.operation(request), response.status());
        LongAdder known = responses.get(series);
        // A look-up takes no lock, and finds all but the first response of a series.
        (known == null ? responses.computeIfAbsent(series, first -> new LongAdder()) : known).increment();
        long micros = took.toNanos() / 1_000;
        int bucket = Arrays.binarySearch(BUCKETS_MICROS, micros);
        int at = bucket < 0 ? -bucket - 1 : bucket;
        if (at < buckets.length) {
            buckets[at].increment();
        }
        count.increment();
        sumNanos.add(took.toNanos());
    }

    /** Number of responses by operation and status. */
    SortedMap<Series, LongAdder> responses() {
        return new TreeMap<>(responses);
    }

    /** Upper bounds of the buckets in seconds. */
    double[] bounds() {
        return LongStream.of(BUCKETS_MICROS).mapToDouble(micros -> micros / 1e6).toArray();
    }

    /** Number of responses in each bucket; those above the last bound are in none. */
    long[] inBuckets() {
        return Stream.of(buckets).mapToLong(LongAdder::sum).toArray();
    }

    /** Number of all responses. */
    long count() {
        return count.sum();
    }

    /** Seconds that all responses took together. */
    double seconds() {
        return sumNanos.sum() / 1e9;
    }
}

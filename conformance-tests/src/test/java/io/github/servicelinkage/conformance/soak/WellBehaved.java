package io.github.servicelinkage.conformance.soak;

import io.github.servicelinkage.conformance.check.Given;
import io.github.servicelinkage.conformance.exchange.Answer;
import io.github.servicelinkage.conformance.exchange.Exchanger;
import io.github.servicelinkage.conformance.exchange.Request;
import io.github.servicelinkage.conformance.message.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Asks as the contract wants it, expects the same answer every time, and measures how long it takes. */
final class WellBehaved implements Load.Act {
    private final Exchanger exchanger;
    private final List<Request> requests;
    private final Map<Request, byte[]> answers = new HashMap<>();
    private final List<Long> nanos = new ArrayList<>();
    private int next;

    WellBehaved(Exchanger exchanger, Given given) {
        this.exchanger = exchanger;
        requests = given.contract().operations().stream().map(given::accepted).toList();
    }

    @Override
    public void run() {
        Request request = requests.get(next++ % requests.size());
        long start = System.nanoTime();
        Answer answer = exchanger
                .exchange(Text.same("soak"), request)
                .answer()
                .filter(Answer::isSuccess)
                .orElseThrow();
        synchronized (nanos) {
            nanos.add(System.nanoTime() - start);
        }
        byte[] first = answers.computeIfAbsent(request, asked -> answer.body());
        if (!Arrays.equals(first, answer.body())) {
            throw new IllegalStateException("another answer than the first");
        }
    }

    /** The 99th percentile of the calls since the last time, in milliseconds. */
    double p99() {
        synchronized (nanos) {
            long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
            nanos.clear();
            return sorted.length == 0 ? Double.NaN : sorted[(int) Math.ceil(sorted.length * 0.99) - 1] / 1e6;
        }
    }
}

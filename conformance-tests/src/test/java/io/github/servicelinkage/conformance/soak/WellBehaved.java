package io.github.servicelinkage.conformance.soak;

import io.github.servicelinkage.conformance.check.OperationContext;
import io.github.servicelinkage.conformance.check.PlanContext;
import io.github.servicelinkage.conformance.exchange.Exchanger;
import io.github.servicelinkage.conformance.exchange.Request;
import io.github.servicelinkage.conformance.exchange.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Asks as the contract wants it, expects the same response every time, and measures how long it takes. */
final class WellBehaved implements Load.Act {
    private final Exchanger exchanger;
    private final List<Request> requests;
    private final Map<Request, byte[]> responses = new HashMap<>();
    private final List<Long> nanos = new ArrayList<>();
    private int next;

    WellBehaved(Exchanger exchanger, PlanContext context) {
        this.exchanger = exchanger;
        requests = context.operations().stream().map(OperationContext::accepted).toList();
    }

    @Override
    public void run() {
        Request request = requests.get(next++ % requests.size());
        long start = System.nanoTime();
        Response response =
                exchanger.send(request).response().filter(Response::isSuccess).orElseThrow();
        synchronized (nanos) {
            nanos.add(System.nanoTime() - start);
        }
        byte[] first = responses.computeIfAbsent(request, asked -> response.body());
        if (!Arrays.equals(first, response.body())) {
            throw new IllegalStateException("a response that differs from the first");
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

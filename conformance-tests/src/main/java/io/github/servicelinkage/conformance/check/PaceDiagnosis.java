package io.github.servicelinkage.conformance.check;

import io.github.servicelinkage.conformance.message.Text;
import java.util.List;

/** Tells if a gateway answers ever more slowly in the course of a run. No requirement names a response time. */
record PaceDiagnosis() implements Diagnosis {
    private static final int FEWEST = 40;
    private static final int TIMES = 3;
    private static final long WORTH_TELLING = 200;

    /** Compares the first quarter of the valid requests with the last, by their medians. */
    @Override
    public List<Text> of(List<CaseExchange> exchanges) {
        List<Long> times = exchanges.stream()
                .filter(exchange -> exchange.intent() == Intent.VALID && exchange.isSuccess())
                .map(exchange -> exchange.exchange().elapsed().toMillis())
                .toList();
        if (times.size() < FEWEST) {
            return List.of();
        }
        int quarter = times.size() / 4;
        long first = median(times.subList(0, quarter));
        long last = median(times.subList(times.size() - quarter, times.size()));
        return last < WORTH_TELLING || last < TIMES * first
                ? List.of()
                : List.of(Text.of(
                        "응답이 점점 느려졌습니다(중앙값 %d ms에서 %d ms로).",
                        "Responses slowed down during the run (median %d ms, then %d ms).", first, last));
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }
}

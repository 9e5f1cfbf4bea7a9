package io.github.servicelinkage.conformance.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LimitsTest {
    @Test
    void holdWhereNothingGrowsAfterTheWarmUp() {
        assertThat(Limits.broken(samples(
                        number -> sample(number < 4 ? number << 20 : 9 << 20, 20 + number % 3, 3 + number % 2))))
                .isEmpty();
    }

    @Test
    void areBrokenByALeakAndBySlowness() {
        assertThat(Limits.broken(samples(number -> sample((10 + number) << 20, 20, 3))))
                .containsExactly("heap in MB grew from 15.5 to 19.5");
        assertThat(Limits.broken(samples(number -> sample(9 << 20, 20 + number, 3))))
                .containsExactly("descriptors grew from 25.5 to 29.5");
        assertThat(Limits.broken(samples(number -> sample(9 << 20, 20, 2 * number))))
                .containsExactly("p99 in ms grew from 11.0 to 19.0");
    }

    @Test
    void areNotJudgedByTooFewSamplesOrNoCalls() {
        assertThat(Limits.broken(List.of(sample(1, 1, 1)))).hasSize(3);
        assertThat(Limits.broken(samples(number -> sample(9 << 20, 20, Double.NaN))))
                .hasSize(1);
    }

    private static List<Sample> samples(IntFunction<Sample> sample) {
        return IntStream.range(0, 12).mapToObj(sample).toList();
    }

    private static Sample sample(long heap, long descriptors, double p99) {
        return new Sample(0, heap, descriptors, p99);
    }
}

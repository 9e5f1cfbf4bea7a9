package io.github.servicelinkage.conformance.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.servicelinkage.conformance.exchange.Exchange;
import io.github.servicelinkage.conformance.exchange.Request;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final Request REQUEST = new Request("POST", "/", List.of(), Optional.empty(), new byte[0]);

    private final AtomicLong now = new AtomicLong();
    private final Pace pace = new Pace(
            request -> Exchange.failed(request, Exchange.Failure.CLOSED),
            0,
            wait -> now.addAndGet(wait.toNanos()),
            now::get,
            () -> {});

    @Test
    void aTargetThatTurnsAwayNowAndThenIsNotWorkedMoreSlowly() {
        for (int i = 1; i <= 1000; i++) {
            respond(i % 9 == 0 || i % 90 == 1);
        }

        assertThat(now).hasValueLessThan(Duration.ofSeconds(30).toNanos());
    }

    @Test
    void aTargetThatTurnsAwayTwoOfThreeIsWorkedMoreSlowly() {
        for (int i = 1; i <= 60; i++) {
            respond(i % 3 != 0);
        }

        long before = now.get();
        pace.send(REQUEST);
        assertThat(now.get() - before).isGreaterThan(Duration.ofMillis(25).toNanos());
    }

    @Test
    void aTargetThatServesAgainIsWorkedAtFullPaceInTheEnd() {
        for (int i = 1; i <= 60; i++) {
            respond(i % 3 != 0);
        }
        for (int i = 1; i <= 2000; i++) {
            respond(false);
        }

        long before = now.get();
        pace.send(REQUEST);
        assertThat(now.get() - before).isLessThan(Duration.ofMillis(1).toNanos());
    }

    private void respond(boolean isRefused) {
        pace.send(REQUEST);
        now.addAndGet(Duration.ofMillis(20).toNanos());
        if (isRefused) {
            pace.refused();
        } else {
            pace.served();
        }
    }
}

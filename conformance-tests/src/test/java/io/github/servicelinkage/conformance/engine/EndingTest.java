package io.github.servicelinkage.conformance.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.servicelinkage.conformance.message.Text;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Nothing holds the end of a run up. */
class EndingTest {
    private static final CompletableFuture<String> NEVER = new CompletableFuture<>();

    private final Ending ending = new Ending();

    @Test
    void workThatNeverEndsIsLeftBehind() {
        ending.endAfter(Duration.ofMillis(50), Text.same("over"));

        assertThatThrownBy(() -> ending.unlessEnded(NEVER::join))
                .isInstanceOf(RunEnded.class)
                .hasMessage("over");
        assertThatThrownBy(() -> ending.await(NEVER)).isInstanceOf(RunEnded.class);
        assertThatThrownBy(ending::check).isInstanceOf(RunEnded.class);
    }

    @Test
    void theFirstReasonCounts() {
        ending.end(Text.same("first"));
        ending.end(Text.same("second"));

        assertThatThrownBy(ending::check).hasMessage("first");
    }

    @Test
    void whatIsDoneInTimeCountsAndWhatItThrowsIsThrown() {
        assertThat(ending.unlessEnded(() -> "done")).isEqualTo("done");
        assertThatThrownBy(() -> ending.unlessEnded(() -> {
                    throw new StackOverflowError();
                }))
                .isInstanceOf(StackOverflowError.class);
    }

    @Test
    void aPatternThatNeverEndsIsGivenUp() {
        assertThat(Ending.within(Duration.ofMillis(50), NEVER::join)).isEmpty();
        assertThat(Ending.within(Duration.ofMinutes(1), () -> "done")).contains("done");
        assertThatThrownBy(() -> Ending.within(Duration.ofMinutes(1), () -> {
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);
    }
}

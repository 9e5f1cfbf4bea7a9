package io.github.servicelinkage.conformance.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.servicelinkage.conformance.check.CaseExchange;
import io.github.servicelinkage.conformance.check.Check;
import io.github.servicelinkage.conformance.check.Finding;
import io.github.servicelinkage.conformance.check.PlanContext;
import io.github.servicelinkage.conformance.contract.Catalogue;
import io.github.servicelinkage.conformance.contract.Contract;
import io.github.servicelinkage.conformance.contract.Level;
import io.github.servicelinkage.conformance.exchange.Exchange;
import io.github.servicelinkage.conformance.exchange.Response;
import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.result.Status;
import io.github.servicelinkage.conformance.subject.SubjectsFile;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How findings become an outcome, the same for the checks that send requests and for those that look on. */
class TallyTest {
    private static final Check CHECK = new Check.Skipped("LNK-AUTH-01", "searchConsent", Text.NONE);
    private static final CaseExchange EXCHANGE = exchange();

    static Stream<Tally> both() {
        return Stream.of(Tally.ofCases(), Tally.ofResponses());
    }

    @ParameterizedTest
    @CsvSource({"MUST, FAILED", "SHOULD, WARNING", "MAY, PASSED"})
    void whatIsBrokenWeighsAsMuchAsItsLevel(Level level, Status status) {
        both().forEach(tally -> {
            tally.add(EXCHANGE, Text.NONE, Finding.broken(Text.same("wrong")));

            assertThat(tally.outcome(CHECK, level).status()).isEqualTo(status);
        });
    }

    @ParameterizedTest
    @MethodSource("both")
    void aWarningIsOneWhateverTheLevel(Tally tally) {
        tally.add(EXCHANGE, Text.NONE, Finding.HOLDS);
        tally.add(EXCHANGE, Text.NONE, Finding.warns(Text.same("odd")));

        assertThat(tally.outcome(CHECK, Level.MUST).status()).isEqualTo(Status.WARNING);
        assertThat(tally.outcome(CHECK, Level.MUST).detail().en())
                .startsWith("1 of 2")
                .endsWith("odd");
    }

    @ParameterizedTest
    @MethodSource("both")
    void nothingThatConcernsACheckIsNoPass(Tally tally) {
        assertThat(tally.outcome(CHECK, Level.MUST).status()).isEqualTo(Status.SKIPPED);
    }

    @Test
    void responsesAreCountedByStatusAndEachKindIsShownOnce() {
        Tally tally = Tally.ofResponses();
        Stream.of(401, 200, 401, 200, 401)
                .map(TallyTest::exchange)
                .forEach(exchange -> tally.add(exchange, Text.NONE, Finding.broken(Text.same("wrong"))));
        tally.add(EXCHANGE, Text.NONE, Finding.broken(Text.same("late")));
        tally.add(exchange(400), Text.NONE, Finding.HOLDS);

        CheckOutcome outcome = tally.outcome(CHECK, Level.SHOULD);

        assertThat(outcome.detail().en()).isEqualTo("6 of 7 responses (200 ×2, 401 ×3, no response ×1): wrong; late");
        assertThat(outcome.detail().ko()).startsWith("응답 7개 중 6개(200 ×2, 401 ×3, 응답 없음 ×1):");
        assertThat(outcome.shown())
                .extracting(shown ->
                        shown.exchange().response().map(Response::status).orElse(0))
                .containsExactly(401, 200, 0);
    }

    @Test
    void withoutAResponseNothingIsJudgedUnlessSomethingIsBrokenBesides() {
        Tally tally = Tally.ofCases();
        tally.add(EXCHANGE, Text.NONE, Finding.HOLDS);
        tally.addUnanswered(EXCHANGE, Text.NONE);

        assertThat(tally.outcome(CHECK, Level.MUST).status()).isEqualTo(Status.ERROR);
        assertThat(tally.outcome(CHECK, Level.MUST).detail().en()).contains("not judged", "(LNK-BEH-05)");

        tally.add(EXCHANGE, Text.NONE, Finding.broken(Text.same("wrong")));

        assertThat(tally.outcome(CHECK, Level.MUST).status()).isEqualTo(Status.FAILED);
    }

    private static CaseExchange exchange(int status) {
        return new CaseExchange(
                EXCHANGE.planned(),
                Exchange.of(EXCHANGE.request(), Response.of(status, Map.of(), new byte[0], Optional.empty())));
    }

    private static CaseExchange exchange() {
        Contract contract = Contract.load();
        PlanContext context = new PlanContext(contract, Catalogue.load(contract), SubjectsFile.sandbox(), "key", true);
        return context.controls().stream()
                .map(control -> new CaseExchange(control, Exchange.failed(control.request(), Exchange.Failure.TIMEOUT)))
                .findFirst()
                .orElseThrow();
    }
}

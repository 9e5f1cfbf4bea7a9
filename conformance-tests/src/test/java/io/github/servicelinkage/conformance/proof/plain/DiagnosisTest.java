package io.github.servicelinkage.conformance.proof.plain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.servicelinkage.conformance.Conformance;
import io.github.servicelinkage.conformance.engine.Listener;
import io.github.servicelinkage.conformance.exchange.Target;
import io.github.servicelinkage.conformance.proof.Proof;
import io.github.servicelinkage.conformance.proof.plain.PlainPeople.PlainPerson;
import io.github.servicelinkage.conformance.result.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the suite tells of a gateway beside its verdict. */
class DiagnosisTest {
    private static final int FAST = 60;
    private static final Duration SLOW = Duration.ofMillis(250);
    private static final String[] VALID_REQUESTS = {"LNK-LEN", "LNK-BEH-01", "LNK-BEH-03"};

    static Stream<Arguments> comparisons() {
        return Stream.of(
                names("compares names character by character.", String::equals),
                names(
                        "compares no names: with the name of somebody else the response is the same.",
                        (own, sent) -> true),
                names("takes for the name as well: its first character alone.", String::startsWith),
                names(
                        "takes for the name as well: the name with blanks around it.",
                        (own, sent) -> own.equals(sent.strip())),
                names(
                        "takes for the name as well: its decomposed form (NFD).",
                        (own, sent) -> own.equals(Normalizer.normalize(sent, Normalizer.Form.NFC))),
                names(
                        "takes for the name as well: its decomposed form (NFD), half-width letters (equal by NFKC only).",
                        (own, sent) -> own.equals(Normalizer.normalize(sent, Normalizer.Form.NFKC))));
    }

    private static Arguments names(String sentence, BiPredicate<String, String> isSame) {
        return Arguments.of(sentence, isSame);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("comparisons")
    void tellsWhatIsTakenForAName(String sentence, BiPredicate<String, String> isSame) throws IOException {
        Report report = judged(
                rules -> rules.find = asked -> member(asked).filter(person -> isSame.test(person.name(), asked.name())),
                "LNK-BIZ-12");

        assertThat(report.diagnosis())
                .extracting(text -> text.en())
                .containsExactlyInAnyOrder("searchRegistration " + sentence, "searchConsent " + sentence);
    }

    /** Names are not compared with those whom the gateway does not know by their ci. */
    private static Optional<PlainPerson> member(PlainAsked asked) {
        return PlainPeople.MEMBERS.stream()
                .filter(person -> person.ci().equals(asked.ci()))
                .findFirst();
    }

    @ParameterizedTest
    @CsvSource({"false, 7, 11, ''", "true, 2, 7, ' Its limit is smaller, or counted in UTF-8 bytes.'"})
    void tellsOfASmallerLimitThanTheContracts(boolean inBytes, int accepted, int refused, String unit)
            throws IOException {
        Report report = judged(
                rules -> rules.read(PlainTree.refusing(root -> {
                    String name = root.at(PlainMember.NAME).asText();
                    return inBytes ? name.getBytes(StandardCharsets.UTF_8).length > 12 : name.length() > 10;
                })),
                "LNK-LEN-12");

        assertThat(report.diagnosis())
                .extracting(text -> text.en())
                .contains("searchConsent body.korName is not taken up to the 12 code points that the contract allows: "
                        + accepted + " are accepted, and " + refused + " refused." + unit);
    }

    @Test
    void tellsNothingOfNamesWhereNothingCanBeRead() throws IOException {
        Report report = judged(
                rules -> {
                    var before = rules.respond;
                    rules.respond = asked -> {
                        PlainResponse response = before.apply(asked);
                        return response.status() == 200 ? PlainResponse.json(200, Map.of("data", "x")) : response;
                    };
                },
                "LNK-BIZ-12");

        assertThat(report.diagnosis()).extracting(text -> text.en()).noneMatch(sentence -> sentence.contains("names"));
    }

    @Test
    void tellsIfResponsesSlowDown() throws IOException {
        Report report = judged(
                rules -> {
                    AtomicInteger count = new AtomicInteger();
                    var before = rules.respond;
                    rules.respond = asked -> {
                        if (count.incrementAndGet() > FAST) {
                            LockSupport.parkNanos(SLOW.toNanos());
                        }
                        return before.apply(asked);
                    };
                },
                VALID_REQUESTS);

        assertThat(report.diagnosis())
                .extracting(text -> text.en().replaceAll("\\d+ ms", "N ms"))
                .contains("Responses slowed down during the run (median N ms, then N ms).");
    }

    @Test
    void doesNotTellItOfOneThatIsAsFastAsBefore() throws IOException {
        assertThat(judged(rules -> {}, VALID_REQUESTS).diagnosis())
                .extracting(text -> text.en())
                .noneMatch(sentence -> sentence.contains("slowed down"));
    }

    private static Report judged(Consumer<PlainRules> change, String... only) throws IOException {
        try (Proof.Gateway gateway = PlainGateway.start(Proof.API_KEY, change)) {
            Target target =
                    new Target("gateway", gateway.url(), Proof.API_KEY, Duration.ofSeconds(10), Optional.empty());
            return Conformance.of(target).only(List.of(only)).run(new Listener() {});
        }
    }
}

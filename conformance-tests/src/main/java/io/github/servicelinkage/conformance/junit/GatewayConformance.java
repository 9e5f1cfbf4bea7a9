package io.github.servicelinkage.conformance.junit;

import io.github.servicelinkage.conformance.check.Given;
import io.github.servicelinkage.conformance.check.Plan;
import io.github.servicelinkage.conformance.contract.Catalogue;
import io.github.servicelinkage.conformance.contract.Contract;
import io.github.servicelinkage.conformance.contract.Requirement;
import io.github.servicelinkage.conformance.engine.Engine;
import io.github.servicelinkage.conformance.engine.Listener;
import io.github.servicelinkage.conformance.engine.Verification;
import io.github.servicelinkage.conformance.engine.Waivers;
import io.github.servicelinkage.conformance.exchange.HttpExchanger;
import io.github.servicelinkage.conformance.exchange.Target;
import io.github.servicelinkage.conformance.message.Language;
import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.result.Evidence;
import io.github.servicelinkage.conformance.result.Report;
import io.github.servicelinkage.conformance.result.Result;
import io.github.servicelinkage.conformance.result.Verdict;
import io.github.servicelinkage.conformance.subject.Subjects;
import io.github.servicelinkage.conformance.subject.SubjectsFile;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * Every check of the suite as a test of a gateway team's own build: implement it in a test class, start the gateway there, and
 * name it. A test is named by its requirement and operation. A MUST that does not hold fails; what could not be judged is
 * aborted, which JUnit shows as skipped; a warning passes.
 *
 * <pre>{@code
 * class OurGatewayTest implements GatewayConformance {
 *     public URI gatewayUrl() { return URI.create("http://127.0.0.1:8080/v1/common/member"); }
 *     public String apiKey() { return System.getenv("LINKAGE_API_KEY"); }
 * }
 * }</pre>
 */
public interface GatewayConformance {

    /** The server URL of the running gateway, up to {@code /v1/common/member}. */
    URI gatewayUrl();

    /** The key that the gateway takes. */
    String apiKey();

    /** The test persons that the gateway knows; the people of the platform's sandbox unless overridden. */
    default Subjects subjects() {
        return SubjectsFile.sandbox();
    }

    /** The time limit of one request; ten seconds unless overridden. */
    default Duration timeout() {
        return Duration.ofSeconds(10);
    }

    /** The language of what a failed test says; that of the system unless overridden. */
    default Language language() {
        return Language.ofSystem();
    }

    /** Runs the suite once, and gives a test for each check. */
    @TestFactory
    default Stream<DynamicTest> conformance() {
        String key = apiKey();
        if (key == null || key.isBlank()) {
            throw new AssertionFailedError(noKey(getClass()).in(language()));
        }
        Contract contract = Contract.load();
        Catalogue catalogue = Catalogue.load(contract);
        Given given = new Given(contract, catalogue, subjects(), key);
        Target target = new Target(gatewayUrl().toString(), gatewayUrl(), key, timeout(), Optional.empty());
        Report report = new Verification(
                        target,
                        new HttpExchanger(target),
                        given,
                        Plan.of(given, requirement -> true),
                        new Engine.Settings(4, 0),
                        Waivers.none(),
                        exchanger -> List.of())
                .run(new Listener() {}, Clock.systemUTC());
        if (report.verdict() == Verdict.INCONCLUSIVE && report.summary().verified() == 0) {
            throw new AssertionFailedError(report.reason().in(language()));
        }
        return report.results().stream()
                .map(result -> DynamicTest.dynamicTest(
                        result.check(), () -> judge(catalogue.get(result.requirement()), result)));
    }

    private static Text noKey(Class<?> test) {
        return Text.of(
                "%s의 apiKey()가 키를 주지 않습니다. 키를 환경 변수(예: LINKAGE_API_KEY)에서 읽는다면 그 변수를 설정하십시오.",
                "%s gives no key by apiKey(); if it reads an environment variable, such as LINKAGE_API_KEY, set that variable.",
                test.getName());
    }

    private void judge(Requirement requirement, Result result) {
        String detail = result.detail().in(language());
        switch (result.status()) {
            case FAILED, ERROR ->
                throw new AssertionFailedError("%s %s %s: %s%n%s"
                                .formatted(
                                        requirement.id(),
                                        requirement.level(),
                                        result.operation(),
                                        requirement.text().in(language()),
                                        detail)
                        + result.exchanges().stream()
                                .findFirst()
                                .map(Evidence::curl)
                                .map(curl -> System.lineSeparator() + curl)
                                .orElse(""));
            case SKIPPED, WAIVED -> throw new TestAbortedException(detail);
            case PASSED, WARNING -> {}
        }
    }
}

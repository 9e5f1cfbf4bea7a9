package io.github.servicelinkage.conformance.junit;

import io.github.servicelinkage.conformance.Conformance;
import io.github.servicelinkage.conformance.contract.Catalogue;
import io.github.servicelinkage.conformance.contract.Requirement;
import io.github.servicelinkage.conformance.engine.Listener;
import io.github.servicelinkage.conformance.exchange.HttpVersion;
import io.github.servicelinkage.conformance.exchange.Target;
import io.github.servicelinkage.conformance.message.Language;
import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.message.UsageException;
import io.github.servicelinkage.conformance.result.Evidence;
import io.github.servicelinkage.conformance.result.Report;
import io.github.servicelinkage.conformance.result.Result;
import io.github.servicelinkage.conformance.result.Verdict;
import io.github.servicelinkage.conformance.subject.Subjects;
import io.github.servicelinkage.conformance.subject.SubjectsFile;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * Every check of the suite as a test of a gateway team's own build: implement it in a test class, start the gateway there, and
 * name it. Each clause family is a container of tests, and a test is named by the id, level and sentence of its requirement. A
 * MUST that does not hold fails; what was not judged is aborted with the reason, which JUnit shows as skipped, and so are the
 * requirements that no check judges; a warning passes.
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

    /** Ids of the requirements to judge, or beginnings of them such as {@code LNK-AUTH}; all unless overridden. */
    default List<String> only() {
        return List.of();
    }

    /** A waivers file of failures that are known; none unless overridden. */
    default Optional<Path> waivers() {
        return Optional.empty();
    }

    /**
     * Pacts of consumers to verify, too: folders, files or http(s) URLs; an empty list is the pact of this kit's own client. None
     * unless overridden. Needs {@code au.com.dius.pact.core:matchers} on the class path.
     */
    default Optional<List<String>> pacts() {
        return Optional.empty();
    }

    /** CA certificates to trust besides the system's, in PEM; none unless overridden. */
    default Optional<Path> caFile() {
        return Optional.empty();
    }

    /** The time limit of one request; ten seconds unless overridden. */
    default Duration timeout() {
        return Duration.ofSeconds(10);
    }

    /** Which versions of HTTP the gateway is offered; over TLS it chooses between HTTP/2 and HTTP/1.1 unless overridden. */
    default HttpVersion http() {
        return HttpVersion.NEGOTIATED;
    }

    /** How many checks run at a time; four unless overridden. */
    default int concurrency() {
        return 4;
    }

    /** Most requests in a second; 0, which is no limit, unless overridden. */
    default double rate() {
        return 0;
    }

    /** The language of the tests' names, and of what a failed one says; that of the system unless overridden. */
    default Language language() {
        return Language.ofSystem();
    }

    /** Runs the suite once, and gives a container of tests for each clause family. */
    @TestFactory
    default Stream<DynamicContainer> conformance() {
        try {
            return judged();
        } catch (UsageException e) {
            throw new AssertionFailedError(e.text().in(language()));
        }
    }

    private Stream<DynamicContainer> judged() {
        String key = apiKey();
        if (key == null || key.isBlank()) {
            throw new AssertionFailedError(noKey(getClass()).in(language()));
        }
        Conformance suite = Conformance.of(
                        new Target(gatewayUrl().toString(), gatewayUrl(), key, timeout(), caFile(), http()))
                .subjects(subjects())
                .only(only())
                .concurrency(concurrency())
                .rate(rate());
        waivers().ifPresent(suite::waivers);
        pacts().ifPresent(suite::pacts);
        Report report = suite.run(new Listener() {});
        if (report.verdict() == Verdict.INCONCLUSIVE && report.summary().verified() == 0) {
            throw new AssertionFailedError(report.reason().in(language()));
        }
        return containers(suite, report);
    }

    private Stream<DynamicContainer> containers(Conformance suite, Report report) {
        Catalogue catalogue = suite.catalogue();
        Map<String, List<Result>> results =
                report.results().stream().collect(Collectors.groupingBy(Result::requirement));
        return catalogue.families().stream().flatMap(family -> {
            List<DynamicTest> tests = suite.requirements().stream()
                    .filter(requirement -> requirement.family().equals(family))
                    .flatMap(requirement -> tests(requirement, results.getOrDefault(requirement.id(), List.of())))
                    .toList();
            String name = family + " " + catalogue.family(family).in(language());
            return tests.isEmpty() ? Stream.empty() : Stream.of(DynamicContainer.dynamicContainer(name, tests));
        });
    }

    private Stream<DynamicTest> tests(Requirement requirement, List<Result> results) {
        String sentence = requirement.level() + " " + requirement.text().in(language());
        if (!requirement.isTested()) {
            return Stream.of(DynamicTest.dynamicTest(requirement.id() + " " + sentence, () -> {
                throw new TestAbortedException(
                        requirement.untested().orElse(Text.NONE).in(language()));
            }));
        }
        return results.stream()
                .map(result ->
                        DynamicTest.dynamicTest(result.check() + " " + sentence, () -> judge(requirement, result)));
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
                throw new AssertionFailedError(requirement.id() + " " + requirement.level() + " " + result.operation()
                        + ": " + requirement.text().in(language()) + "\n"
                        + result.detail().then(result.remedy()).in(language())
                        + result.exchanges().stream()
                                .findFirst()
                                .map(Evidence::curl)
                                .map(curl -> "\n" + curl)
                                .orElse(""));
            case SKIPPED, WAIVED -> throw new TestAbortedException(detail);
            case PASSED, WARNING -> {}
        }
    }
}

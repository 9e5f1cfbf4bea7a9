package io.github.servicelinkage.conformance.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.servicelinkage.conformance.message.Language;
import io.github.servicelinkage.stub.fault.Faults;
import io.github.servicelinkage.stub.mock.MockGateway;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** The same verdicts as the command line's, as tests. */
class GatewayConformanceTest {
    private static final String CAPITALS = "answers-MEMBER-in-capitals";

    @TempDir
    private Path directory;

    @Test
    void exactlyTheBrokenRequirementFails() throws IOException {
        try (MockGateway gateway = faulty(CAPITALS)) {
            Map<String, Optional<Throwable>> tests = run(new OurGateway(gateway));

            assertThat(tests).hasSizeGreaterThan(200);
            assertThat(tests.keySet()).anyMatch(name -> name.startsWith("LNK-AUTH-04/searchConsent MUST "));
            assertThat(failures(tests))
                    .singleElement()
                    .satisfies(failure -> assertThat(failure)
                            .hasMessageStartingWith("LNK-RES-07 MUST searchRegistration: result ")
                            .hasMessageContainingAll("enum", "curl ", "<ci>"));
        }
    }

    @Test
    void eachClauseFamilyIsAContainerOfTestsThatSayWhatIsRequired() throws IOException {
        try (MockGateway gateway = MockGateway.builder().start()) {
            OurGateway conformance = new OurGateway(gateway);
            conformance.only = List.of("LNK-AUTH-01", "LNK-TLS");
            List<DynamicContainer> containers = conformance.conformance().toList();

            assertThat(containers)
                    .extracting(DynamicNode::getDisplayName)
                    .containsExactly("AUTH Authentication", "TLS Transport security");
            assertThat(containers.get(0).getChildren())
                    .extracting(DynamicNode::getDisplayName)
                    .hasSize(2)
                    .allMatch(name -> name.matches("LNK-AUTH-01/search\\w+ MUST [A-Z].*\\."));
        }
    }

    @Test
    void whatNoCheckJudgesIsAbortedWithTheReason() throws IOException {
        try (MockGateway gateway = MockGateway.builder().start()) {
            OurGateway conformance = new OurGateway(gateway);
            conformance.only = List.of("LNK-AUTH-01", "LNK-USE");
            Map<String, Optional<Throwable>> tests = run(conformance);

            assertThat(tests.keySet()).anyMatch(name -> name.startsWith("LNK-USE-01 MUST "));
            tests.forEach((name, end) -> {
                if (name.startsWith("LNK-USE")) {
                    assertThat(end.orElseThrow())
                            .isInstanceOf(TestAbortedException.class)
                            .message()
                            .isNotBlank();
                }
            });
        }
    }

    @Test
    void aFailureThatIsWaivedIsAborted() throws IOException {
        Path waivers = Files.writeString(
                directory.resolve("waivers.yaml"),
                "- {requirement: LNK-RES-07, owner: team, reason: known, expires: 2999-12-31}");
        try (MockGateway gateway = faulty(CAPITALS)) {
            OurGateway conformance = new OurGateway(gateway);
            conformance.only = List.of("LNK-RES-07", "LNK-AUTH-01");
            conformance.waivers = Optional.of(waivers);
            Map<String, Optional<Throwable>> tests = run(conformance);

            assertThat(failures(tests)).isEmpty();
            assertThat(tests.values())
                    .anyMatch(end -> end.filter(thrown -> thrown instanceof TestAbortedException
                                    && thrown.getMessage().contains("Waived (team, until 2999-12-31): known"))
                            .isPresent());
        }
    }

    @Test
    void pactsAreVerifiedWhereTheyAreAskedFor() throws IOException {
        try (MockGateway gateway = faulty(CAPITALS)) {
            OurGateway conformance = new OurGateway(gateway);
            conformance.only = List.of("LNK-PACT");
            conformance.pacts = Optional.of(List.of());
            Map<String, Optional<Throwable>> tests = run(conformance);

            assertThat(tests.keySet())
                    .anyMatch(name -> name.startsWith("LNK-PACT-01/service-linkage-client: searchRegistration"));
            assertThat(failures(tests)).isNotEmpty();

            conformance.pacts = Optional.of(List.of(directory.resolve("missing").toString()));
            assertThatThrownBy(conformance::conformance)
                    .isInstanceOf(AssertionFailedError.class)
                    .hasMessageContaining("missing");
        }
    }

    @Test
    void aPrivateAuthorityIsTrustedWhereItIsNamed() throws IOException {
        Path ca = directory.resolve("ca.pem");
        try (MockGateway gateway = MockGateway.builder().generatedTls(ca).start()) {
            OurGateway conformance = new OurGateway(gateway);
            conformance.only = List.of("LNK-TLS-01", "LNK-AUTH-01");
            conformance.caFile = Optional.of(ca);
            Map<String, Optional<Throwable>> tests = run(conformance);

            assertThat(tests).hasSize(4);
            assertThat(tests.values()).allMatch(Optional::isEmpty);
        }
    }

    @Test
    void aGatewayThatTakesNoControlFailsAsAWhole() throws IOException {
        try (MockGateway gateway = MockGateway.builder().start()) {
            OurGateway conformance = new OurGateway(gateway);
            conformance.apiKey = "l7xx" + "0".repeat(32);

            assertThatThrownBy(conformance::conformance)
                    .isInstanceOf(AssertionFailedError.class)
                    .hasMessageContaining("status 401");
        }
    }

    @ParameterizedTest
    @NullAndEmptySource
    void aKeyThatIsNotSetIsToldInOneSentence(String key) throws IOException {
        try (MockGateway gateway = MockGateway.builder().start()) {
            OurGateway conformance = new OurGateway(gateway);
            conformance.apiKey = key;

            assertThatThrownBy(conformance::conformance)
                    .isInstanceOf(AssertionFailedError.class)
                    .hasMessageContainingAll("apiKey()", "LINKAGE_API_KEY", "set");
        }
    }

    @Test
    void whatIsSetWrongIsToldInTheLanguageOfTheTests() throws IOException {
        try (MockGateway gateway = MockGateway.builder().start()) {
            OurGateway conformance = new OurGateway(gateway);
            conformance.apiKey = "two parts";

            assertThatThrownBy(conformance::conformance)
                    .isInstanceOf(AssertionFailedError.class)
                    .hasMessageContaining("The API key has characters");
            conformance.language = Language.KO;
            assertThatThrownBy(conformance::conformance).hasMessageContaining("API 키에 쓸 수 없는 글자가 있습니다");
            conformance.apiKey = gateway.apiKey();
            conformance.only = List.of("LNK-NONE");
            assertThatThrownBy(conformance::conformance)
                    .isInstanceOf(AssertionFailedError.class)
                    .hasMessageContainingAll("LNK-NONE", "십시오");
        }
    }

    /** Every test by its name, with how it ended. */
    private static Map<String, Optional<Throwable>> run(GatewayConformance conformance) {
        Map<String, Optional<Throwable>> ends = new LinkedHashMap<>();
        conformance.conformance().flatMap(DynamicContainer::getChildren).forEach(node -> {
            Optional<Throwable> end = Optional.empty();
            try {
                ((DynamicTest) node).getExecutable().execute();
            } catch (Throwable e) {
                end = Optional.of(e);
            }
            ends.put(node.getDisplayName(), end);
        });
        return ends;
    }

    private static List<Throwable> failures(Map<String, Optional<Throwable>> tests) {
        return tests.values().stream()
                .flatMap(Optional::stream)
                .filter(end -> !(end instanceof TestAbortedException))
                .toList();
    }

    private static MockGateway faulty(String fault) throws IOException {
        return MockGateway.builder().fault(Faults.named(fault).orElseThrow()).start();
    }

    /** What a team writes, with everything that it may set. */
    private static final class OurGateway implements GatewayConformance {
        private final MockGateway gateway;
        private @Nullable String apiKey;
        private List<String> only = List.of();
        private Optional<Path> waivers = Optional.empty();
        private Optional<List<String>> pacts = Optional.empty();
        private Optional<Path> caFile = Optional.empty();
        private Language language = Language.EN;

        private OurGateway(MockGateway gateway) {
            this.gateway = gateway;
            this.apiKey = gateway.apiKey();
        }

        @Override
        public URI gatewayUrl() {
            return gateway.url();
        }

        @Override
        public @Nullable String apiKey() {
            return apiKey;
        }

        @Override
        public List<String> only() {
            return only;
        }

        @Override
        public Optional<Path> waivers() {
            return waivers;
        }

        @Override
        public Optional<List<String>> pacts() {
            return pacts;
        }

        @Override
        public Optional<Path> caFile() {
            return caFile;
        }

        @Override
        public Duration timeout() {
            return Duration.ofSeconds(30);
        }

        @Override
        public int concurrency() {
            return 8;
        }

        @Override
        public Language language() {
            return language;
        }
    }
}

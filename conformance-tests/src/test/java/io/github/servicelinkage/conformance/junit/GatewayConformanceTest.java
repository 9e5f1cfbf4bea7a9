package io.github.servicelinkage.conformance.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.servicelinkage.conformance.message.Language;
import io.github.servicelinkage.stub.fault.Faults;
import io.github.servicelinkage.stub.mock.MockGateway;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** The same verdicts as the command line's, as tests. */
class GatewayConformanceTest {

    @Test
    void exactlyTheBrokenRequirementFails() throws IOException {
        try (MockGateway gateway = MockGateway.builder()
                .fault(Faults.named("answers-MEMBER-in-capitals").orElseThrow())
                .start()) {
            Map<String, Throwable> failures = new TreeMap<>();
            List<String> names = new ArrayList<>();
            conformance(gateway, gateway.apiKey()).conformance().forEach(test -> run(test, names, failures));

            assertThat(names).contains("LNK-AUTH-04/searchConsent").hasSizeGreaterThan(200);
            assertThat(failures).containsOnlyKeys("LNK-RES-07/searchRegistration");
            assertThat(failures.values().iterator().next())
                    .hasMessageStartingWith("LNK-RES-07 MUST searchRegistration: result ")
                    .hasMessageContainingAll("enum", "curl ", "<ci>");
        }
    }

    @Test
    void aGatewayThatTakesNoControlFailsAsAWhole() throws IOException {
        try (MockGateway gateway = MockGateway.builder().start()) {
            GatewayConformance conformance = conformance(gateway, "l7xx" + "0".repeat(32));

            assertThatThrownBy(conformance::conformance)
                    .isInstanceOf(AssertionFailedError.class)
                    .hasMessageContaining("status 401");
        }
    }

    @ParameterizedTest
    @NullAndEmptySource
    void aKeyThatIsNotSetIsToldInOneSentence(String key) throws IOException {
        try (MockGateway gateway = MockGateway.builder().start()) {
            GatewayConformance conformance = conformance(gateway, key);

            assertThatThrownBy(conformance::conformance)
                    .isInstanceOf(AssertionFailedError.class)
                    .hasMessageContainingAll("apiKey()", "LINKAGE_API_KEY", "set");
        }
    }

    private static void run(DynamicTest test, List<String> names, Map<String, Throwable> failures) {
        names.add(test.getDisplayName());
        try {
            test.getExecutable().execute();
        } catch (TestAbortedException e) {
            // Nothing was judged.
        } catch (Throwable e) {
            failures.put(test.getDisplayName(), e);
        }
    }

    private static GatewayConformance conformance(MockGateway gateway, String key) {
        return new GatewayConformance() {
            @Override
            public URI gatewayUrl() {
                return gateway.url();
            }

            @Override
            public String apiKey() {
                return key;
            }

            @Override
            public Language language() {
                return Language.EN;
            }
        };
    }
}

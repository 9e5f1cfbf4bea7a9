package io.github.servicelinkage.stub.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.servicelinkage.stub.mock.Call;
import io.github.servicelinkage.stub.mock.MockGateway;
import java.io.IOException;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is taken for the person of the document's example, by the ci that is sent with that person's name. */
class PeopleTest {
    private static final String CI = People.EXAMPLE.ci();
    private static final Map<String, UnaryOperator<String>> NEAR = Map.of(
            "ignores-ci", ci -> "nobody",
            "compares-64-characters-of-ci", ci -> ci.substring(0, 64) + "x".repeat(24),
            "compares-ci-without-case", ci -> ci.toUpperCase(java.util.Locale.ROOT),
            "compares-as-much-of-ci-as-was-sent", ci -> ci.substring(0, 60),
            "ignores-padding-of-ci", ci -> ci.replace("=", ""),
            "takes-percent-sign-in-ci-for-wildcard", ci -> "%",
            "takes-underscore-in-ci-for-wildcard", ci -> "_" + ci.substring(1));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ignores-ci",
                "compares-64-characters-of-ci",
                "compares-ci-without-case",
                "compares-as-much-of-ci-as-was-sent",
                "ignores-padding-of-ci",
                "takes-percent-sign-in-ci-for-wildcard",
                "takes-underscore-in-ci-for-wildcard"
            })
    void areTakenForOneAnother(String fault) throws IOException {
        String ci = NEAR.get(fault).apply(CI);
        try (MockGateway plain = MockGateway.builder().start();
                MockGateway faulty = faulty(fault)) {
            assertThat(Call.consent(faulty)
                            .json(body -> body.withObject("/commonHeader").put("ci", ci))
                            .response())
                    .isEqualTo(Call.consent(plain).response());
            assertThat(accounts(plain, ci, People.EXAMPLE.korName())).isEmpty();
            assertThat(accounts(faulty, ci, "가나다")).isEmpty();
        }
    }

    @Test
    void areFoundByNameIfTheCiIsKnown() throws IOException {
        try (MockGateway faulty = faulty("looks-accounts-up-by-name-if-ci-is-known")) {
            assertThat(accounts(faulty, CI, "이지애")).hasSize(1);
            assertThat(accounts(faulty, "nobody", "이지애")).isEmpty();
        }
    }

    @Test
    void areFoundByCiAloneOrNotAtAll() throws IOException {
        try (MockGateway ignoring = variant("ignores-names");
                MockGateway refusing = variant("refuses-other-names-with-403")) {
            assertThat(accounts(ignoring, CI, "이지애")).hasSize(3);
            assertThat(call(refusing, CI, "이지애").status()).isEqualTo(403);
            assertThat(call(refusing, CI, People.EXAMPLE.korName()).status()).isEqualTo(200);
            assertThat(call(refusing, "nobody", "이지애").status()).isEqualTo(200);
        }
    }

    private static JsonNode accounts(MockGateway gateway, String ci, String korName) {
        return call(gateway, ci, korName).response().path("vtAccList");
    }

    private static Call call(MockGateway gateway, String ci, String korName) {
        return Call.consent(gateway).json(body -> {
            body.withObject("/commonHeader").put("ci", ci);
            body.withObject("/body").put("korName", korName);
        });
    }

    private static MockGateway faulty(String name) throws IOException {
        return MockGateway.builder().fault(Faults.named(name).orElseThrow()).start();
    }

    private static MockGateway variant(String name) throws IOException {
        return MockGateway.builder().variant(Variants.named(name).orElseThrow()).start();
    }
}

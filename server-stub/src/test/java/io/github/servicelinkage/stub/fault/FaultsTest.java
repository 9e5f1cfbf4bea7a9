package io.github.servicelinkage.stub.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.servicelinkage.stub.mock.Call;
import io.github.servicelinkage.stub.mock.MockGateway;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest {
    @Test
    void haveNamesOfTheirOwn() {
        Set<String> names = new HashSet<>();

        assertThat(Faults.all()).isNotEmpty().allMatch(fault -> names.add(fault.name()));
        assertThat(Faults.named("html-errors")).isPresent();
        assertThat(Faults.named("no-such-fault")).isEmpty();
    }

    @Test
    void areDescribedInKoreanAndEnglish() {
        assertThat(Stream.concat(
                        Faults.all().stream().map(Fault::description),
                        Variants.all().stream().map(Variant::description)))
                .allSatisfy(text -> {
                    assertThat(text.ko()).containsPattern("[가-힣]").endsWith(".").doesNotContain("%s");
                    assertThat(text.en())
                            .doesNotContainPattern("[가-힣]")
                            .endsWith(".")
                            .doesNotContain("%s");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong", "l7yy"})
    void acceptsAnyKey(String key) throws IOException {
        try (MockGateway gateway = faulty("accepts-any-key")) {
            assertThat(Call.registration(gateway).header("apikey", key).status())
                    .isEqualTo(200);
            assertThat(Call.registration(gateway).without("apikey").status()).isEqualTo(401);
        }
    }

    @Test
    void acceptsAnElevenCharacterNameOnRegistrationOnly() throws IOException {
        try (MockGateway gateway = faulty("accepts-korName-one-too-long-on-registration")) {
            assertThat(korName(Call.registration(gateway), 11).status()).isEqualTo(200);
            assertThat(korName(Call.registration(gateway), 12).status()).isEqualTo(400);
            assertThat(korName(Call.consent(gateway), 13).status()).isEqualTo(400);
        }
    }

    @Test
    void sendsMemberInCapitals() throws IOException {
        try (MockGateway gateway = faulty("answers-MEMBER-in-capitals")) {
            assertThat(Call.registration(gateway).response().path("result").asText())
                    .isEqualTo("MEMBER");
        }
    }

    @Test
    void sendsErrorsInHtml() throws IOException {
        try (MockGateway gateway = faulty("html-errors")) {
            assertThat(Call.registration(gateway).body("{").send().headers().firstValue("Content-Type"))
                    .contains("text/html;charset=utf-8");
            assertThat(Call.registration(gateway).status()).isEqualTo(200);
        }
    }

    private static Call korName(Call call, int length) {
        return call.json(request -> request.withObject("/body").put("korName", "가".repeat(length)));
    }

    private static MockGateway faulty(String name) throws IOException {
        return MockGateway.builder().fault(Faults.named(name).orElseThrow()).start();
    }
}

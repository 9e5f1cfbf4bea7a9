package io.github.servicelinkage.conformance.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.servicelinkage.conformance.exchange.Header;
import io.github.servicelinkage.conformance.exchange.Request;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Of what the author of a pact wrote, nothing is shown that could be somebody's. */
class ForeignRequestTest {
    private static final ForeignRequest FOREIGN = new ForeignRequest(
            new Familiar(
                    Set.of("partner", "comId", "body", "korName"), Set.of("korName"), Set.of(), Set.of(), Set.of()),
            "apikey");

    private static Request request(String path, List<Header> headers, String body) {
        return new Request("POST", path, headers, Optional.empty(), body.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "/register/search, /register/search",
        "/register/search?apikey=secret, /register/search?<13 code points>",
        "/register/search?, /register/search?<0 code points>",
        "/x/%EB%B0%95, /<12 code points>",
        "/67CV7ZmY642VMDEyMzQ1Njc4OTAxMjM0NTY3ODkw, /<41 code points>"
    })
    void aQueryIsShownByItsLength(String sent, String shown) {
        assertThat(FOREIGN.shown(request(sent, List.of(), "")).path()).isEqualTo(shown);
    }

    @Test
    void onlyKnownHeaderFieldsShowTheirValues() {
        Request shown = FOREIGN.shown(request(
                "/x",
                List.of(
                        new Header("Content-Type", "application/json"),
                        new Header("accept", "a".repeat(101)),
                        new Header("ApiKey", "the line hides it"),
                        new Header("Authorization", "Bearer secret")),
                "{}"));

        assertThat(shown.headers())
                .containsExactly(
                        new Header("Content-Type", "application/json"),
                        new Header("accept", "<101 code points>"),
                        new Header("ApiKey", "the line hides it"),
                        new Header("Authorization", "<13 code points>"));
    }

    @Test
    void onlyMembersOfTheContractShowTheirValues() {
        Request shown = FOREIGN.shown(
                request(
                        "/x",
                        List.of(),
                        "{\"partner\":{\"comId\":\"F0995\",\"owner\":\"secret\"},\"body\":[{\"phone\":1012345678},{\"x\":{\"y\":\"secret\"}}],\"title\":\"secret\",\"비밀\":1,\"z\":true}"));

        assertThat(shown.text())
                .isEqualTo(
                        "{\"partner\":{\"comId\":\"F0995\",\"owner\":\"<6 code points>\"},"
                                + "\"body\":[{\"phone\":\"<10 code points>\"},{\"x\":\"<14 code points>\"}],\"title\":\"<6 code points>\",\"<2 code points>\":\"<1 code points>\",\"z\":true}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", "[\"secret\"]", "\"secret\"", "{\"korName\": secret}", "<a>secret</a>"})
    void aBodyThatIsNoObjectIsShownByItsLength(String body) {
        assertThat(FOREIGN.shown(request("/x", List.of(), body)).text()).isEqualTo("<" + body.length() + " bytes>");
    }

    @Test
    void aLongBodyIsShownByItsLength() {
        String body = "{\"comId\":\"" + "a".repeat(5_000) + "\"}";

        assertThat(FOREIGN.shown(request("/x", List.of(), body)).text()).isEqualTo("<" + body.length() + " bytes>");
    }
}

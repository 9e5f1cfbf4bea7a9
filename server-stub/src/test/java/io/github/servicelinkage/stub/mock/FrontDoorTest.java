package io.github.servicelinkage.stub.mock;

import static io.github.servicelinkage.stub.mock.Envelope.assertEnvelope;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is judged before the body: path, method, key, media type. */
class FrontDoorTest extends AgainstMockGateway {
    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/register", "/register/search/", "/REGISTER/search", "/x/register/search"})
    void respondsToAnUnknownPathWith404(String path) {
        assertEnvelope(Call.path(gateway, path).without("apikey").send(), 404, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"})
    void respondsToAnotherMethodWith405(String method) {
        HttpResponse<byte[]> response =
                Call.consent(gateway).without("apikey").method(method).send();

        assertEnvelope(response, 405, 405);
        assertThat(response.headers().allValues("Allow")).containsExactly("POST");
    }

    @ParameterizedTest
    @MethodSource
    void respondsToAnyOtherKeyWith401BeforeLookingAtTheRest(String key) {
        assertEnvelope(
                Call.registration(gateway)
                        .header("apikey", key)
                        .header("Content-Type", "text/plain")
                        .body("{")
                        .send(),
                401,
                401);
    }

    static Stream<String> respondsToAnyOtherKeyWith401BeforeLookingAtTheRest() {
        String key = MockGateway.DEFAULT_API_KEY;
        return Stream.of("", "x", key.substring(1), key + "0", key.toUpperCase(Locale.ROOT));
    }

    @Test
    void respondsToAMissingKeyWith401() {
        HttpResponse<byte[]> response =
                Call.registration(gateway).without("apikey").send();

        assertEnvelope(response, 401, 401);
        assertThat(response.headers().firstValue("WWW-Authenticate")).contains("ApiKey realm=\"service-linkage\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/json",
                "APPLICATION/JSON;CHARSET=UTF-8",
                "application/json ; charset=\"utf-8\"",
                "application/json; profile=x"
            })
    void takesJsonHoweverItIsWritten(String type) {
        assertThat(Call.registration(gateway).header("Content-Type", type).status())
                .isEqualTo(200);
    }

    @Test
    void readsAMediaTypeOfAnyLength() {
        String many = "application/json" + ";a=b".repeat(3_000);

        assertThat(Call.registration(gateway).header("Content-Type", many).status())
                .isEqualTo(200);
        assertThat(Call.registration(gateway)
                        .header("Content-Type", many + ";charset=euc-kr")
                        .status())
                .isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "application/json2",
                "application/xml",
                "application/json; charset=euc-kr",
                "json"
            })
    void respondsToAnotherMediaTypeWith415(String type) {
        assertEnvelope(
                Call.registration(gateway)
                        .header("Content-Type", type)
                        .body("{")
                        .send(),
                415,
                415);
    }

    @Test
    void respondsToAMissingMediaTypeOrAnEncodedBodyWith415() {
        assertEnvelope(Call.registration(gateway).without("Content-Type").send(), 415, 415);
        assertEnvelope(
                Call.registration(gateway).header("Content-Encoding", "gzip").send(), 415, 415);
    }
}

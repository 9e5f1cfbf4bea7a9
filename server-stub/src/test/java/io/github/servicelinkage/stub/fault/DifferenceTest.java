package io.github.servicelinkage.stub.fault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.servicelinkage.stub.api.ServiceLinkageApi;
import io.github.servicelinkage.stub.exchange.Bytes;
import io.github.servicelinkage.stub.mock.Call;
import io.github.servicelinkage.stub.mock.MockGateway;
import io.github.servicelinkage.stub.mock.MockGatewayBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same call gets another response from a faulty or different gateway than from a plain one. */
class DifferenceTest {
    private static final String LONE = "\"korName\":\"\\ud800\"";

    static Stream<Arguments> differences() {
        return Stream.of(
                of("sends-no-challenge", 401, 401, call -> call.without("apikey")),
                of("sends-quoted-challenge", 401, 401, call -> call.without("apikey")),
                of("looks-at-reqIdPlatform", 200, 200, header("reqIdPlatform", "x")),
                of("looks-at-unknown-members", 200, 200, header("extra", "x")),
                of("fails-on-apostrophe", 200, 500, header("reqIdConsumer", "it's")),
                of("fails-on-backslash", 200, 500, header("reqIdConsumer", "\\")),
                of("refuses-line-break", 200, 400, header("reqIdConsumer", "a\nb")),
                of("refuses-less-than-sign", 200, 400, header("reqIdConsumer", "<")),
                of("reads-member-names-in-any-case", 400, 200, changed("korName", "KORNAME")),
                of("fails-on-repeated-member", 400, 500, changed("\"body\":", "\"body\":{},\"body\":")),
                of("fails-on-lone-surrogate", 400, 500, changed("\"korName\":\"박환덕\"", LONE)),
                of("gives-3011-to-every-invalid-body", 400, 500, changed("korName", "name")),
                of("quotes-unparsable-body", 400, 400, changed("\"body\":", "\"body\"")),
                of("gives-empty-category", 400, 400, changed("korName", "name")),
                of(
                        "reads-names-as-UTF-8-with-replacement",
                        400,
                        200,
                        call -> call.body(example().getBytes(Charset.forName("EUC-KR")))),
                of("serves-PUT", 405, 200, call -> call.method("PUT")),
                of("responds-404-to-other-methods", 405, 404, call -> call.method("GET")),
                of("responds-501-to-other-methods", 405, 501, call -> call.method("PATCH")),
                of("refuses-unknown-ci-of-partial-Base64-block", 200, 400, header("ci", "x".repeat(87))),
                of("refuses-Hangul-korName-at-limit-on-registration", 200, 400, changed("박환덕", "가".repeat(10))),
                of("empties-date-of-non-member", 200, 200, changed("박환덕", "가나다")),
                of("responds-404-to-non-members", 200, 404, changed("박환덕", "가나다")),
                of("serves-any-partner", 403, 200, changed("F0995", "Z9Z9Z")),
                of("compares-beginning-of-company", 403, 200, changed("F0995", "F0999")),
                of("gives-dates-a-day-early", 200, 200, call -> call),
                of("success-repeats-ci", 200, 200, call -> call),
                of("takes-names-in-Hangul-only", 200, 400, changed("박환덕", "Hong")),
                of("takes-Base64-in-ci-only", 200, 400, header("ci", "x")),
                of("counts-names-after-composing", 400, 200, changed("박환덕", "\u1100\u1161".repeat(10))),
                of("replaces-lone-surrogate", 400, 200, changed("\"korName\":\"박환덕\"", LONE)),
                of("omits-code-in-401", 401, 401, call -> call.without("apikey")),
                of("sets-cookies", 200, 200, call -> call));
    }

    @ParameterizedTest
    @MethodSource("differences")
    void shows(String name, int plainStatus, int otherStatus, UnaryOperator<Call> change) throws IOException {
        try (MockGateway plain = MockGateway.builder().start();
                MockGateway other = different(name)) {
            HttpResponse<byte[]> right = change.apply(Call.registration(plain)).send();
            HttpResponse<byte[]> response =
                    change.apply(Call.registration(other)).send();

            assertThat(right.statusCode()).isEqualTo(plainStatus);
            assertThat(response.statusCode()).isEqualTo(otherStatus);
            assertThat(seen(response)).isNotEqualTo(seen(right));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gives-every-account-one-company",
                "drops-leading-zeros-of-comId",
                "swaps-aliases",
                "gives-everybody-one-date",
                "gives-serviceTermsExpireDate-of-1900",
                "gives-empty-comId",
                "gives-empty-vtAccNo",
                "leaves-out-aliases",
                "gives-private-http-endpoint",
                "gives-endpoint-with-credentials",
                "gives-endpoint-with-query",
                "gives-key-in-endpoint",
                "garbles-aliases",
                "names-endpoint-hosts-with-underscore"
            })
    void showsInAccounts(String name) throws IOException {
        try (MockGateway plain = MockGateway.builder().start();
                MockGateway other = different(name)) {
            assertThat(Call.consent(other).response())
                    .isNotEqualTo(Call.consent(plain).response());
        }
    }

    @ParameterizedTest
    @CsvSource({"ignores-service, 298, F0995"})
    void givesAccountsOfTheExampleService(String name, String srvId, String comId) throws IOException {
        UnaryOperator<Call> change = call -> call.json(
                body -> body.withObject("/partner").put("srvId", srvId).put("comId", comId));
        try (MockGateway plain = MockGateway.builder().start();
                MockGateway other = different(name)) {
            assertThat(change.apply(Call.consent(plain)).response().path("vtAccList"))
                    .isEmpty();
            assertThat(change.apply(Call.consent(other)).response().path("vtAccList"))
                    .hasSize(3);
        }
    }

    @Test
    void compressedResponsesAreTheSameInside() throws IOException {
        try (MockGateway whenAsked = different("compresses-when-asked");
                MockGateway always = different("compresses-always");
                MockGateway silent = different("compresses-without-saying")) {
            byte[] plain = Call.consent(whenAsked).send().body();
            HttpResponse<byte[]> asked =
                    Call.consent(whenAsked).header("Accept-Encoding", "gzip").send();

            assertThat(asked.headers().firstValue("Content-Encoding")).contains("gzip");
            assertThat(unzipped(asked.body())).isEqualTo(plain);
            assertThat(unzipped(Call.consent(always).send().body())).isEqualTo(plain);
            HttpResponse<byte[]> unlabelled =
                    Call.consent(silent).header("Accept-Encoding", "gzip").send();
            assertThat(unlabelled.headers().firstValue("Content-Encoding")).isEmpty();
            assertThat(unzipped(unlabelled.body())).isEqualTo(plain);
        }
    }

    @Test
    void trailingSlashIsRedirected() throws IOException {
        try (MockGateway gateway = different("redirects-trailing-slash")) {
            HttpResponse<byte[]> response =
                    Call.path(gateway, "/register/search/").send();

            assertThat(response.statusCode()).isEqualTo(307);
            assertThat(response.headers().firstValue("Location"))
                    .contains(gateway.url().getPath() + "/register/search");
            assertThat(Call.path(gateway, "/nothing/").status()).isEqualTo(404);
        }
    }

    private static Arguments of(String name, int plain, int other, UnaryOperator<Call> change) {
        return arguments(name, plain, other, change);
    }

    private static UnaryOperator<Call> header(String member, String value) {
        return call -> call.json(body -> body.withObject("/commonHeader").put(member, value));
    }

    private static UnaryOperator<Call> changed(String from, String to) {
        return call -> call.body(example().replace(from, to));
    }

    /** Without white space, whatever the contract's example is written with. */
    private static String example() {
        return Json.object(Bytes.of(ServiceLinkageApi.PERSON_REQUEST))
                .orElseThrow()
                .toString();
    }

    private static String seen(HttpResponse<byte[]> response) {
        return response.statusCode() + " " + response.headers().map() + new String(response.body(), UTF_8);
    }

    private static byte[] unzipped(byte[] body) throws IOException {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return gzip.readAllBytes();
        }
    }

    private static MockGateway different(String name) throws IOException {
        MockGatewayBuilder gateway = MockGateway.builder();
        Faults.named(name).ifPresent(gateway::fault);
        Variants.named(name).ifPresent(gateway::variant);
        return gateway.start();
    }
}

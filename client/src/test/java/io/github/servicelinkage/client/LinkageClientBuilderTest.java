package io.github.servicelinkage.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.servicelinkage.client.error.GatewayException;
import io.github.servicelinkage.client.error.ResponseTooLargeException;
import io.github.servicelinkage.client.options.CallOptions;
import io.github.servicelinkage.client.options.RetryPolicy;
import io.github.servicelinkage.client.response.DailyQuota;
import io.github.servicelinkage.client.server.Request;
import io.github.servicelinkage.client.server.ScriptedServer;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkageClientBuilderTest {

    @Test
    void asksForWhatIsMissing() {
        assertThatThrownBy(() -> LinkageClient.builder().build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("sandbox()");
        assertThatThrownBy(() -> LinkageClient.builder().sandbox().build()).hasMessageContaining("apiKey");
        assertThatThrownBy(
                        () -> LinkageClient.builder().production().apiKey("k").build())
                .hasMessageContaining("partner");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "with space", "line\nbreak", "키-9"})
    void refusesAKeyThatCannotStandInAHeaderWithoutShowingIt(String key) {
        assertThatThrownBy(() -> LinkageClient.builder().apiKey(key))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContainingAny("with space", "line", "키-9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://gateway.example/v1/common/member",
                "http://127.0.0.1.gateway.example/v1",
                "http://localhost.gateway.example/v1",
                "ftp://127.0.0.1/v1",
                "/v1/common/member",
                "https:///v1",
                "https://user:secret@gateway.example/v1",
                "https://gateway.example/v1?apikey=1",
                "https://gateway.example/v1#a"
            })
    void refusesAGatewayThatPersonalDataMayNotGoTo(String url) {
        assertThatThrownBy(() -> LinkageClient.builder().gateway(URI.create(url)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://gateway.example/v1/common/member/",
                "HTTPS://gateway.example",
                "http://localhost:8080/v1",
                "http://127.0.0.1:8080/v1",
                "http://[::1]:8080/v1"
            })
    void takesAnyOtherGateway(String url) {
        assertThatCode(() -> LinkageClient.builder().gateway(URI.create(url))).doesNotThrowAnyException();
    }

    @Test
    void refusesAnHttpClientThatWouldCarryTheKeyToOtherHosts() {
        HttpClient following = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();

        assertThatThrownBy(() -> LinkageClient.builder().httpClient(following))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("followRedirects(NEVER)");
    }

    @Test
    void refusesSettingsThatAnHttpClientOfYourOwnBringsItself() {
        LinkageClientBuilder builder = Clients.of(URI.create("http://127.0.0.1:1/v1"))
                .httpClient(HttpClient.newHttpClient())
                .connectTimeout(Duration.ofSeconds(1));

        assertThatThrownBy(builder::build).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesLimitsThatMeanNeverOrAtOnce() {
        LinkageClientBuilder builder = LinkageClient.builder();

        assertThatThrownBy(() -> builder.timeout(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("timeout must be longer than zero, not PT0S.");
        assertThatThrownBy(() -> builder.connectTimeout(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("connectTimeout must be longer than zero, not PT-1S.");
    }

    @Test
    void leavesAnHttpClientOfYourOwnOpen() {
        HttpClient http = HttpClient.newHttpClient();
        try (ScriptedServer server = ScriptedServer.start(Bodies.everybodyIsReady())) {
            for (int i = 0; i < 2; i++) {
                try (LinkageClient client = Clients.of(server).httpClient(http).build()) {
                    assertThat(client.searchRegistration(Clients.PERSON).isMember())
                            .isTrue();
                }
            }
        }
    }

    @Test
    void goesThroughTheProxy() {
        try (ScriptedServer proxy = ScriptedServer.start(Bodies.everybodyIsReady());
                LinkageClient client = Clients.of(URI.create("http://localhost:1/v1/common/member"))
                        .proxy(ProxySelector.of(
                                new InetSocketAddress("127.0.0.1", proxy.url().getPort())))
                        .build()) {
            client.searchRegistration(Clients.PERSON);

            assertThat(proxy.requests().get(0).line())
                    .isEqualTo("POST http://localhost:1/v1/common/member/register/search HTTP/1.1");
        }
    }

    @Test
    void keepsToTheLimitOfAResponse() {
        try (ScriptedServer server = ScriptedServer.start(Bodies.everybodyIsReady())) {
            try (LinkageClient enough = Clients.of(server)
                            .maxResponseBytes(Bodies.MEMBER.length())
                            .build();
                    LinkageClient less = Clients.of(server)
                            .maxResponseBytes(Bodies.MEMBER.length() - 1)
                            .build()) {
                assertThat(enough.searchRegistration(Clients.PERSON).isMember()).isTrue();
                assertThatThrownBy(() -> less.searchRegistration(Clients.PERSON))
                        .isInstanceOfSatisfying(ResponseTooLargeException.class, failure -> {
                            assertThat(failure.status()).isEqualTo(200);
                            assertThat(failure.maxResponseBytes()).isEqualTo(Bodies.MEMBER.length() - 1);
                            assertThat(failure).hasMessageContaining("longer than the client's limit");
                        });
            }
        }
        assertThatThrownBy(() -> LinkageClient.builder().maxResponseBytes(0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void optionsOfACallGoBeforeThoseOfTheClient() {
        int[] calls = {0};
        try (ScriptedServer server = ScriptedServer.start((request, connection) -> {
                    if (++calls[0] == 1) {
                        connection.json(503, "{}");
                    } else {
                        connection.json(200, Bodies.MEMBER);
                    }
                });
                LinkageClient client = Clients.of(server).build()) {
            CallOptions repeated = CallOptions.standard()
                    .withRetryPolicy(RetryPolicy.standard().withInitialBackoff(Duration.ofNanos(1)))
                    .withHeader("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                    .withHeader("APIKEY", "another");

            assertThat(client.searchRegistration(Clients.PERSON, repeated).isMember())
                    .isTrue();

            Request second = server.requests().get(1);
            assertThat(second.header("traceparent")).isPresent();
            assertThat(second.header("apikey")).contains(Clients.KEY);
            assertThat(second.text())
                    .as("one id for all attempts")
                    .isEqualTo(server.requests().get(0).text());
        }
    }

    @Test
    void showsStatusHeadersQuotaAndTheRawResponse() {
        String fields = "Content-Type: application/json\r\nX-RateLimit-Limit-Day: 50000\r\n"
                + "X-RateLimit-Remaining-Day: 49973\r\n";
        try (ScriptedServer server = ScriptedServer.start(
                        (request, connection) -> connection.respond(200, fields, Bodies.NON_MEMBER));
                LinkageClient client = Clients.of(server).build()) {
            Membership result = client.searchRegistration(Clients.PERSON);

            assertThat(result.response().status()).isEqualTo(200);
            assertThat(result.response().headers().firstValue("x-ratelimit-limit-day"))
                    .contains("50000");
            assertThat(result.dailyQuota()).contains(new DailyQuota(OptionalLong.of(50000), 49973));
            assertThat(result.response().bodyText()).isEqualTo(Bodies.NON_MEMBER);
            assertThat(result.response()).hasToString("RawResponse[status=200, body=22 bytes]");
        }
    }

    @Test
    void anErrorShowsWhatTheGatewaySays() {
        try (ScriptedServer server = ScriptedServer.start(
                        (request, connection) -> connection.json(
                                500,
                                "{\"category\":\"op-exco\",\"code\":3007,\"message\":\"not found user\",\"description\":null}"));
                LinkageClient client = Clients.of(server).build()) {
            assertThatThrownBy(() -> client.searchConsent(Clients.PERSON))
                    .isInstanceOfSatisfying(GatewayException.class, failure -> {
                        assertThat(failure.status()).isEqualTo(500);
                        assertThat(failure.error().orElseThrow().category()).contains("op-exco");
                        assertThat(failure.error().orElseThrow().code()).hasValue(3007);
                        assertThat(failure).hasMessageContaining("op-exco/3007 not found user");
                    });
        }
    }
}

package io.github.servicelinkage.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.servicelinkage.client.error.LinkageException;
import io.github.servicelinkage.client.micrometer.MicrometerObserver;
import io.github.servicelinkage.client.options.CallOptions;
import io.github.servicelinkage.client.options.RetryPolicy;
import io.github.servicelinkage.client.server.Request;
import io.github.servicelinkage.client.server.ScriptedServer;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The locale chooses the language of sentences, and nothing else: digits, letter case, dates and headers stay the same. */
class LocaleTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2018-11-05T14:59:59Z"), ZoneOffset.UTC);

    private static final Pattern GENERATED_ID = Pattern.compile("reqIdConsumer=[0-9A-HJKMNP-TV-Z]{20}\\b");

    private final Locale before = Locale.getDefault();
    private final List<String> seen = new ArrayList<>();

    @AfterEach
    void restoreTheLocale() {
        Locale.setDefault(before);
    }

    /** Locales with digits, a calendar or letter cases of their own. */
    @ParameterizedTest
    @ValueSource(strings = {"ar-EG", "fa-IR", "tr-TR"})
    void everythingIsFormattedTheSame(String locale) {
        List<String> english = seenUnder(Locale.ENGLISH);

        assertThat(english).contains("status 200", "attempt 2").anyMatch(text -> text.contains("1048576"));
        assertThat(seenUnder(Locale.forLanguageTag(locale))).isEqualTo(english);
    }

    @Test
    void aKoreanSentenceQuotesKoreanViolations() {
        Locale.setDefault(Locale.KOREA);
        try (LinkageClient client = Clients.of(URI.create("http://127.0.0.1:1")).build()) {
            assertThat(catchThrowable(() -> client.searchConsent(new Person("ci", ""))))
                    .hasMessageContaining("요청이 규격을 위반하여 전송하지 않았습니다: body.korName: ")
                    .message()
                    .doesNotContainPattern("[A-Za-z]{4,} [a-z]{2,} ");
        }
    }

    private List<String> seenUnder(Locale locale) {
        Locale.setDefault(locale);
        seen.clear();
        AtomicInteger requests = new AtomicInteger();
        try (ScriptedServer server = ScriptedServer.start((request, connection) -> {
                    switch (requests.incrementAndGet()) {
                        case 1 ->
                            connection.respond(
                                    503,
                                    "Content-Type: APPLICATION/JSON\r\nRetry-After: Mon, 05 Nov 2018 14:59:59 GMT\r\n",
                                    "{\"category\":\"op-apim\",\"code\":503,\"message\":\"Service Unavailable\"}");
                        case 2 ->
                            connection.respond(
                                    200,
                                    "Content-Type: APPLICATION/JSON; CHARSET=UTF-8\r\nX-RateLimit-Limit-Day: 50000\r\n"
                                            + "X-RateLimit-Remaining-Day: 49973\r\n",
                                    Bodies.MEMBER);
                        case 3 -> connection.json(200, "{\"result\":\"" + "x".repeat(1 << 20) + "\"}");
                        default -> connection.json(429, "{\"message\":\"API rate limit exceeded\"}");
                    }
                });
                LinkageClient client = client(server)) {
            CallOptions options = CallOptions.standard().withRequestId("IDENTIFIER-i-1234567");
            Membership membership = client.searchRegistration(Clients.PERSON, options);
            see(membership, membership.expiry(), membership.dailyQuota(), membership.response());
            failing(() -> client.searchConsent(Clients.PERSON, options));
            failing(() -> client.searchConsent(Clients.PERSON, options));
            failing(() -> client.searchConsent(new Person("ci", "가".repeat(1234)), options));
            failing(() -> RetryPolicy.standard().withMaxAttempts(-1234567));
            failing(() -> LinkageClient.builder().gateway(URI.create("HTTP://GATEWAY.INVALID")));
            see(
                    LinkageClient.builder().gateway(URI.create("HTTPS://GATEWAY.INVALID/")) != null,
                    RetryPolicy.standard());
            assertThat(catchThrowable(() -> client.searchConsent(Clients.PERSON)))
                    .isInstanceOfSatisfying(
                            LinkageException.class,
                            failure -> assertThat(failure.requestId()).matches("[0-9A-HJKMNP-TV-Z]{20}"));
            for (Request request : server.requests().subList(0, 4)) {
                see(request.line(), request.header("Content-Type"), request.header("apikey"), request.text());
            }
        }
        return List.copyOf(seen);
    }

    private LinkageClient client(ScriptedServer server) {
        ObservationRegistry registry = ObservationRegistry.create();
        registry.observationConfig().observationHandler(new ObservationHandler<Observation.Context>() {
            @Override
            public void onStop(Observation.Context context) {
                see(context.getName(), context.getContextualName(), context.getLowCardinalityKeyValues());
                see(context.getAllKeyValues());
            }

            @Override
            public boolean supportsContext(Observation.Context context) {
                return true;
            }
        });
        return Clients.of(server)
                .retryPolicy(RetryPolicy.standard().withInitialBackoff(Duration.ofNanos(1)))
                .clock(CLOCK)
                .observer(new MicrometerObserver(registry))
                .observer(attempt -> {
                    see("attempt " + attempt.number());
                    return ending -> ending.status().ifPresent(status -> see("status " + status));
                })
                .build();
    }

    private void failing(ThrowingCallable call) {
        see(catchThrowable(call));
    }

    private void see(Object... things) {
        for (Object thing : things) {
            seen.add(GENERATED_ID.matcher(String.valueOf(thing)).replaceAll("reqIdConsumer=generated"));
        }
    }
}

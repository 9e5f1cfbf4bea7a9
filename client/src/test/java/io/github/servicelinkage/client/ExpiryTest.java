package io.github.servicelinkage.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.servicelinkage.client.error.QuotaExhaustedException;
import io.github.servicelinkage.client.server.ScriptedServer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpiryTest {

    @ParameterizedTest
    @CsvSource({
        "2018-11-05,2018-10-04,false,false",
        "2018-11-05,2018-10-05,false,true",
        "2018-11-05,2018-11-05,false,true",
        "2018-11-05,2018-11-06,true,true",
        "2026-03-31,2026-02-27,false,false",
        "2026-03-31,2026-02-28,false,true"
    })
    void tellsWhetherAConsentHasExpiredOrCanBeRenewed(
            LocalDate date, LocalDate today, boolean expired, boolean renewable) {
        Expiry expiry = new Expiry(date, today);

        assertThat(expiry.isExpired()).isEqualTo(expired);
        assertThat(expiry.isRenewable()).isEqualTo(renewable);
    }

    @ParameterizedTest
    @CsvSource({"2018-11-05T14:59:59Z,false", "2018-11-05T15:00:00Z,true"})
    void countsDaysInKoreanTime(Instant now, boolean expired) {
        try (ScriptedServer server = ScriptedServer.start(Bodies.everybodyIsReady());
                LinkageClient client = Clients.of(server)
                        .clock(Clock.fixed(now, ZoneOffset.UTC))
                        .build()) {
            NextStep.Ready ready = (NextStep.Ready) client.nextStep(Clients.PERSON);

            assertThat(ready.membership().expiry().orElseThrow().isExpired()).isEqualTo(expired);
            assertThat(ready.connected().expiry().orElseThrow().isExpired()).isFalse();
            assertThat(ready.isExpired()).isEqualTo(expired);
            assertThat(ready.isRenewable()).isTrue();
        }
    }

    @Test
    void theQuotaResetsAtTheNextMidnightOfGmt() {
        Instant now = Instant.parse("2026-11-24T23:30:00Z"); // already the 25th in Korea
        try (ScriptedServer server =
                        ScriptedServer.start((request, connection) -> connection.json(429, "{\"message\":\"over\"}"));
                LinkageClient client = Clients.of(server)
                        .clock(Clock.fixed(now, ZoneOffset.UTC))
                        .build()) {
            Assertions.assertThatThrownBy(() -> client.nextStep(Clients.PERSON))
                    .isInstanceOfSatisfying(
                            QuotaExhaustedException.class,
                            failure -> assertThat(failure.resetsAt()).isEqualTo("2026-11-25T00:00:00Z"));
        }
    }
}

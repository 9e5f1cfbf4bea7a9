package io.github.servicelinkage.stub.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.servicelinkage.stub.exchange.Bytes;
import io.github.servicelinkage.stub.exchange.Headers;
import io.github.servicelinkage.stub.exchange.Request;
import io.github.servicelinkage.stub.exchange.Response;
import io.github.servicelinkage.stub.message.Language;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A log that nobody takes for a while. */
@Timeout(20)
class AccessLogTest {
    private static final int REQUESTS = 30_000;

    private final CountDownLatch taken = new CountDownLatch(1);

    /** Takes nothing until it is told to, as a full pipe does. */
    private final StringWriter pipe = new StringWriter() {
        @Override
        public void write(String text, int offset, int length) {
            try {
                taken.await();
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
            }
            super.write(text, offset, length);
        }
    };

    @ParameterizedTest
    @CsvSource({"EN,lines left out", "KO,행을 쓰지 못했습니다"})
    void leavesLinesOutAndSaysHowMany(Language language, String words) {
        AccessLog log = new AccessLog(new PrintWriter(pipe), Clock.systemUTC(), language);
        log(log, REQUESTS);

        taken.countDown();
        log.close();

        long lines = pipe.toString()
                .lines()
                .filter(line -> line.contains(" none 404 "))
                .count();
        String said = pipe.toString()
                .lines()
                .filter(line -> line.startsWith("# "))
                .findFirst()
                .orElseThrow();
        assertThat(said).contains(words);
        assertThat(lines + Long.parseLong(said.replaceAll("\\D", ""))).isEqualTo(REQUESTS);
    }

    @Test
    void closesEvenIfNothingIsTaken() {
        StringWriter stuck = new StringWriter() {
            @Override
            public void write(String text, int offset, int length) {
                while (taken.getCount() > 0) {
                    Thread.onSpinWait();
                }
            }
        };
        AccessLog log = new AccessLog(new PrintWriter(stuck), Clock.systemUTC(), Language.EN);
        log(log, 1);

        log.close();

        assertThat(stuck.toString()).isEmpty();
        taken.countDown();
    }

    private static void log(AccessLog log, int requests) {
        Request request = new Request("HTTP/1.1", "GET", "/", null, Headers.of(Map.of()), Bytes.EMPTY);
        Response response = new Response(404, Headers.of(Map.of()), Bytes.EMPTY);
        for (int number = 0; number < requests; number++) {
            log.responded(request, response, Duration.ZERO);
        }
    }
}

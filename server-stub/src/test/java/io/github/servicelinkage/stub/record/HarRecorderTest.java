package io.github.servicelinkage.stub.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.servicelinkage.stub.exchange.Bytes;
import io.github.servicelinkage.stub.exchange.Headers;
import io.github.servicelinkage.stub.exchange.Request;
import io.github.servicelinkage.stub.exchange.Response;
import io.github.servicelinkage.stub.message.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An archive that has come to its end. */
class HarRecorderTest {
    private static final int LIMIT = 64 << 10;

    @TempDir
    private Path folder;

    @Test
    void remainsWholeAndSaysOnceThatItIsFull() throws IOException {
        List<String> said = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord message) {
                said.add(message.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger(HarRecorder.class.getName());
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
        try (HarRecorder recorder = HarRecorder.in(folder, Clock.systemUTC(), Set.of(), Language.EN, LIMIT)) {
            for (int number = 0; number < 1_000; number++) {
                record(recorder);
            }
        } finally {
            logger.removeHandler(handler);
            logger.setUseParentHandlers(true);
        }

        assertThat(said).singleElement().asString().contains("has reached its limit of");
        try (Stream<Path> files = Files.list(folder)) {
            Path archive = files.findFirst().orElseThrow();
            JsonNode log = new ObjectMapper().readTree(archive.toFile()).path("log");
            assertThat(Files.size(archive)).isBetween(LIMIT * 9L / 10, (long) LIMIT);
            assertThat(log.path("entries")).hasSizeBetween(50, 200);
        }
    }

    private static void record(HarRecorder recorder) {
        recorder.responded(
                new Request("HTTP/1.1", "GET", "/", null, Headers.of(Map.of()), Bytes.EMPTY),
                new Response(404, Headers.of(Map.of()), Bytes.EMPTY),
                Duration.ZERO);
    }
}

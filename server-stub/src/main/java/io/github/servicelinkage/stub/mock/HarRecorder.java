package io.github.servicelinkage.stub.mock;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.servicelinkage.stub.api.ServiceLinkageApi;
import io.github.servicelinkage.stub.api.ServiceLinkageApi.Route;
import io.vertx.core.MultiMap;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Writes every exchange into an HTTP Archive (HAR 1.2) that is whole after each of them, with everything personal taken out: see
 * {@link Redaction}.
 */
final class HarRecorder implements Observer, AutoCloseable {
    private static final String HEAD =
            "{\"log\":{\"version\":\"1.2\",\"creator\":{\"name\":\"linkage mock\",\"version\":\"1\"},\"entries\":[";
    private static final String TAIL = "\n]}}\n";
    private static final Set<String> SHOWN_HEADERS =
            Set.of("content-type", "content-length", "accept", "cache-control", "allow", "retry-after", "connection");
    private static final Set<String> HARMLESS_VALUES = Set.of(
            "application/json",
            "application/json;charset=utf-8",
            "application/json; charset=utf-8",
            "*/*",
            "no-cache",
            "no-store",
            "close",
            "keep-alive");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Path path;
    private final RandomAccessFile file;
    private final Set<String> codes;
    private final Clock clock;
    private boolean first = true;

    /**
     * Starts an archive.
     *
     * @param folder where; made if need be
     * @param codes what may be shown of the partner of an accepted request: a fault may let anything pass there
     */
    HarRecorder(Path folder, Clock clock, Set<String> codes) throws IOException {
        Files.createDirectories(folder);
        String name = "linkage-mock-" + clock.instant().toString().replace(':', '-') + ".har";
        this.clock = clock;
        this.codes = codes;
        path = folder.resolve(name);
        file = new RandomAccessFile(path.toFile(), "rw");
        file.setLength(0);
        file.write((HEAD + TAIL).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public synchronized void answered(Request request, Answer answer, Duration took) {
        String entry = (first ? "\n" : ",\n") + entry(request, answer, took) + TAIL;
        try {
            file.seek(file.length() - TAIL.length());
            file.write(entry.getBytes(StandardCharsets.UTF_8));
            first = false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        file.close();
    }

    /** Takes the archive back, where nothing came of it. */
    void discard() throws IOException {
        close();
        Files.deleteIfExists(path);
    }

    private ObjectNode entry(Request request, Answer answer, Duration took) {
        double millis = took.toNanos() / 1e6;
        boolean accepted = answer.status() == 200;
        ObjectNode entry = JSON.objectNode()
                .put("startedDateTime", clock.instant().minus(took).toString())
                .put("time", millis);
        ObjectNode sent = entry.putObject("request")
                .put("method", Redaction.method(request.method()))
                .put("url", "http://mock" + path(request.path()))
                .put("httpVersion", version(request));
        sent.putArray("cookies");
        sent.set(
                "headers",
                headers(
                        request.headers(),
                        value -> HARMLESS_VALUES.contains(value.toLowerCase(Locale.ROOT))
                                || value.equals(String.valueOf(request.body().length()))));
        sent.putArray("queryString");
        if (request.body().length() > 0) {
            sent.putObject("postData")
                    .put("mimeType", "application/json")
                    .put("text", Redaction.request(request.body(), accepted ? codes : Set.of()));
        }
        sent.put("headersSize", -1).put("bodySize", request.body().length());
        ObjectNode received = entry.putObject("response")
                .put("status", answer.status())
                .put("statusText", "")
                .put("httpVersion", version(request));
        received.putArray("cookies");
        received.set("headers", headers(answer.headers(), value -> true));
        received.putObject("content")
                .put("size", answer.body().length())
                .put("mimeType", Objects.requireNonNullElse(answer.headers().get("Content-Type"), ""))
                .put("text", Redaction.answer(answer.body()));
        received.put("redirectURL", "")
                .put("headersSize", -1)
                .put("bodySize", answer.body().length());
        entry.putObject("cache");
        entry.putObject("timings").put("send", 0).put("wait", millis).put("receive", 0);
        return entry;
    }

    private static String version(Request request) {
        return request.version().name().replaceFirst("_", "/").replace('_', '.');
    }

    private static ArrayNode headers(MultiMap headers, Predicate<String> harmlessValue) {
        ArrayNode shown = JSON.arrayNode();
        headers.forEach((name, value) -> {
            boolean harmless = SHOWN_HEADERS.contains(name.toLowerCase(Locale.ROOT));
            String known = name.equalsIgnoreCase(ServiceLinkageApi.API_KEY_HEADER) ? name : "unknown";
            shown.addObject()
                    .put("name", harmless ? name : known)
                    .put("value", harmless && harmlessValue.test(value) ? value : "***");
        });
        return shown;
    }

    /** A path that the contract knows; anything may stand in another. */
    private static String path(String path) {
        return ServiceLinkageApi.ROUTES.stream()
                .map(Route::path)
                .map(ServiceLinkageApi.BASE_PATH::concat)
                .filter(path::equals)
                .findFirst()
                .orElse("/unknown");
    }
}

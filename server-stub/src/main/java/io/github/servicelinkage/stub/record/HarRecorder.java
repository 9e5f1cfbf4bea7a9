package io.github.servicelinkage.stub.record;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.servicelinkage.stub.api.ServiceLinkageApi;
import io.github.servicelinkage.stub.exchange.Headers;
import io.github.servicelinkage.stub.exchange.Observer;
import io.github.servicelinkage.stub.exchange.Request;
import io.github.servicelinkage.stub.exchange.Response;
import io.github.servicelinkage.stub.message.Language;
import io.github.servicelinkage.stub.message.Problem;
import io.github.servicelinkage.stub.message.Text;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Records every exchange in an HTTP Archive (HAR 1.2) that is well-formed after each of them, with everything personal masked by
 * {@link ArchiveMask}. Ends, and says so once, when the archive is full or cannot be written; what was recorded remains.
 */
public final class HarRecorder implements Observer, AutoCloseable {
    private static final Logger LOGGER = System.getLogger(HarRecorder.class.getName());
    private static final long MOST_BYTES = 256L << 20;
    private static final Text TOO_LONG = new Text(
            "%s 파일이 한도인 %d MiB에 이르러 기록을 끝냈습니다. 이어서 기록하려면 다시 시작하십시오.",
            "%s has reached its limit of %d MiB, and nothing more is recorded. Restart to record again.");
    private static final Text UNWRITABLE = new Text(
            "%s 파일에 더 쓸 수 없어 기록을 끝냈습니다. 공간을 확보하고 다시 시작하십시오.",
            "%s cannot be written any more, and nothing more is recorded. Make room and restart to record again.");
    private static final String HEAD =
            "{\"log\":{\"version\":\"1.2\",\"creator\":{\"name\":\"linkage mock\",\"version\":\"1\"},\"entries\":[";
    private static final String TAIL = "\n]}}\n";
    private static final Set<String> SHOWN_HEADERS = withoutCase(
            "Content-Type",
            "Content-Length",
            "Accept",
            ServiceLinkageApi.CACHE_CONTROL,
            "Allow",
            ServiceLinkageApi.RETRY_AFTER,
            "Connection");
    private static final Set<String> HARMLESS_VALUES = withoutCase(
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
    private final Language language;
    private final long mostBytes;
    private boolean first = true;
    private boolean full;

    private HarRecorder(Path path, Clock clock, Set<String> codes, Language language, long mostBytes)
            throws IOException {
        this.path = path;
        this.clock = clock;
        this.codes = codes;
        this.language = language;
        this.mostBytes = mostBytes;
        file = new RandomAccessFile(path.toFile(), "rw");
        file.setLength(0);
        file.write((HEAD + TAIL).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Starts an archive.
     *
     * @param folder where to write it; created if absent
     * @param clock gives the times of the entries
     * @param codes codes of partners and services, the only values of an accepted request that may be shown
     * @param language in which the log says that recording has ended
     * @throws Problem if it cannot be written there
     */
    public static HarRecorder in(Path folder, Clock clock, Set<String> codes, Language language) throws Problem {
        return in(folder, clock, codes, language, MOST_BYTES);
    }

    static HarRecorder in(Path folder, Clock clock, Set<String> codes, Language language, long mostBytes)
            throws Problem {
        try {
            Files.createDirectories(folder);
            String name = "linkage-mock-" + clock.instant().toString().replace(':', '-') + ".har";
            return new HarRecorder(folder.resolve(name), clock, codes, language, mostBytes);
        } catch (IOException e) {
            throw new Problem(
                    new Text(
                                    "%s 폴더에 HTTP Archive를 쓸 수 없습니다. --record에 쓸 수 있는 폴더를 지정하십시오.",
                                    "Cannot write an HTTP Archive in %s. Specify a writable folder with --record.")
                            .with(folder),
                    e);
        }
    }

    @Override
    public synchronized void responded(Request request, Response response, Duration took) {
        if (full) {
            return;
        }
        byte[] entry =
                ((first ? "\n" : ",\n") + entry(request, response, took) + TAIL).getBytes(StandardCharsets.UTF_8);
        try {
            long length = file.length();
            if (length + entry.length > mostBytes) {
                end(TOO_LONG.with(path, mostBytes >> 20));
                return;
            }
            try {
                file.seek(length - TAIL.length());
                file.write(entry);
                first = false;
            } catch (IOException e) {
                end(UNWRITABLE.with(path));
                restore(length);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void end(Text why) {
        full = true;
        LOGGER.log(Level.WARNING, why.in(language));
    }

    /** The room is there: it was taken before. */
    private void restore(long length) throws IOException {
        file.seek(length - TAIL.length());
        file.write(TAIL.getBytes(StandardCharsets.UTF_8));
        file.setLength(length);
    }

    @Override
    public synchronized void close() throws IOException {
        file.close();
    }

    /** Deletes the archive. */
    public void discard() throws IOException {
        close();
        Files.deleteIfExists(path);
    }

    private ObjectNode entry(Request request, Response response, Duration took) {
        double millis = took.toNanos() / 1e6;
        boolean accepted = response.status() == 200;
        ObjectNode entry = JSON.objectNode()
                .put("startedDateTime", clock.instant().minus(took).toString())
                .put("time", millis);
        ObjectNode sent = entry.putObject("request")
                .put("method", RequestLine.method(request))
                .put("url", "http://mock" + RequestLine.path(request))
                .put("httpVersion", request.version());
        sent.putArray("cookies");
        sent.set(
                "headers",
                headers(
                        request.headers(),
                        value -> HARMLESS_VALUES.contains(value)
                                || value.equals(String.valueOf(request.body().length()))));
        sent.putArray("queryString");
        if (request.body().length() > 0) {
            sent.putObject("postData")
                    .put("mimeType", "application/json")
                    .put("text", ArchiveMask.request(request.body(), accepted ? codes : Set.of()));
        }
        sent.put("headersSize", -1).put("bodySize", request.body().length());
        ObjectNode received = entry.putObject("response")
                .put("status", response.status())
                .put("statusText", "")
                .put("httpVersion", request.version());
        received.putArray("cookies");
        received.set("headers", headers(response.headers(), value -> true));
        received.putObject("content")
                .put("size", response.body().length())
                .put("mimeType", Objects.requireNonNullElse(response.headers().get("Content-Type"), ""))
                .put("text", ArchiveMask.response(response.body()));
        received.put("redirectURL", "")
                .put("headersSize", -1)
                .put("bodySize", response.body().length());
        entry.putObject("cache");
        entry.putObject("timings").put("send", 0).put("wait", millis).put("receive", 0);
        return entry;
    }

    private static ArrayNode headers(Headers headers, Predicate<String> harmlessValue) {
        ArrayNode shown = JSON.arrayNode();
        headers.forEach((name, value) -> {
            boolean harmless = SHOWN_HEADERS.contains(name);
            String known = name.equalsIgnoreCase(ServiceLinkageApi.API_KEY_HEADER) ? name : "unknown";
            shown.addObject()
                    .put("name", harmless ? name : known)
                    .put("value", harmless && harmlessValue.test(value) ? value : "***");
        });
        return shown;
    }

    private static Set<String> withoutCase(String... values) {
        Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        set.addAll(List.of(values));
        return set;
    }
}

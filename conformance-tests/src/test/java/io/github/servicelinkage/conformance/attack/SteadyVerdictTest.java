package io.github.servicelinkage.conformance.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.servicelinkage.conformance.Conformance;
import io.github.servicelinkage.conformance.engine.Listener;
import io.github.servicelinkage.conformance.exchange.Target;
import io.github.servicelinkage.conformance.result.Report;
import io.github.servicelinkage.conformance.result.Result;
import io.github.servicelinkage.conformance.result.Status;
import io.github.servicelinkage.conformance.result.Verdict;
import io.github.servicelinkage.conformance.subject.Subjects;
import io.github.servicelinkage.conformance.subject.SubjectsFile;
import io.github.servicelinkage.stub.mock.MockGateway;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same target gets the same verdict in every run, however it is reached. {@code -Dsteady.runs=10} says how many. */
@Tag("attack")
class SteadyVerdictTest {
    private static final int RUNS = Integer.getInteger("steady.runs", 2);
    private static final int NOW_AND_THEN = 200;
    private static final String EARLY = "refuses large bodies early, and resets";
    private static final Pattern KEY = Pattern.compile("(?im)^apikey: *(\\S+) *$");
    private static final int MOST_WRONG = 5;
    private static final int LARGEST = 64 << 10;
    private static final Duration SLOW = Duration.ofMillis(25);

    @TempDir
    private Path folder;

    /** What stands before a right gateway. */
    private record Way(String name, Bend bend) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** Gives the first part of a response, and says whether that was all. */
    private interface Bend {
        boolean isAll(Socket caller, int number) throws IOException;
    }

    static Stream<Way> ways() {
        return Stream.of(
                new Way("slow", (caller, number) -> {
                    LockSupport.parkNanos(SLOW.toNanos());
                    return false;
                }),
                new Way("closes each connection", (caller, number) -> false),
                new Way(EARLY, (caller, number) -> false),
                new Way("two 100, 103 and 102 before each response", (caller, number) -> {
                    caller.getOutputStream()
                            .write(("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n"
                                            + "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\nHTTP/1.1 102 Processing\r\n\r\n")
                                    .getBytes(StandardCharsets.ISO_8859_1));
                    return false;
                }),
                nowAndThen(
                        "a date of RFC 850",
                        "503 Service Unavailable",
                        () -> inASecond("EEEE, dd-MMM-yy HH:mm:ss 'GMT'")),
                nowAndThen("a date of asctime", "429 Too Many Requests", () -> inASecond("EEE MMM ppd HH:mm:ss yyyy")),
                nowAndThen(
                        "a date of IMF", "429 Too Many Requests", () -> inASecond("EEE, dd MMM yyyy HH:mm:ss 'GMT'")),
                nowAndThen("quota left", "429 Too Many Requests", () -> "X-RateLimit-Remaining-Day: 49000\r\n"),
                nowAndThen("half a second", "429 Too Many Requests", () -> "Retry-After: 0.5\r\n"));
    }

    private static Way nowAndThen(String name, String status, Supplier<String> field) {
        return new Way(status + " with " + name, (caller, number) -> {
            boolean isNow = number % NOW_AND_THEN == 0;
            if (isNow) {
                caller.getOutputStream().write(error(status, field.get()));
            }
            return isNow;
        });
    }

    private static String inASecond(String format) {
        return "Retry-After: "
                + ZonedDateTime.now(ZoneOffset.UTC)
                        .plusSeconds(1)
                        .format(DateTimeFormatter.ofPattern(format, Locale.ENGLISH))
                + "\r\n";
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ways")
    void staysTheSame(Way way) throws IOException {
        try (MockGateway gateway = MockGateway.builder().start()) {
            AtomicInteger number = new AtomicInteger();
            try (HostileServer front = new HostileServer((request, caller) -> {
                if (!way.bend().isAll(caller, number.incrementAndGet())) {
                    caller.getOutputStream().write(HostileServer.forwarded(request, gateway.url()));
                }
                return false;
            })) {
                if (way.name().equals(EARLY)) {
                    front.refuseEarly(LARGEST, error("413 Content Too Large", ""));
                }
                repeat(Verdict.CONFORMANT, way.name(), () -> judged(front.url(), Optional.empty()));
            }
        }
    }

    @Test
    void aKeyThatIsLockedAfterFiveWrongOnesAlwaysEndsTheRun() throws IOException {
        try (MockGateway gateway = MockGateway.builder().start()) {
            repeat(Verdict.INCONCLUSIVE, "locks a key", () -> {
                AtomicInteger wrong = new AtomicInteger();
                try (HostileServer front = new HostileServer((request, caller) -> {
                    Matcher key = KEY.matcher(new String(request, StandardCharsets.ISO_8859_1));
                    boolean isLocked = wrong.get() >= MOST_WRONG;
                    if (key.find() && !key.group(1).equals(MockGateway.DEFAULT_API_KEY)) {
                        wrong.incrementAndGet();
                    }
                    caller.getOutputStream()
                            .write(isLocked ? locked() : HostileServer.forwarded(request, gateway.url()));
                    return false;
                })) {
                    Report report = judged(front.url(), Optional.empty());
                    assertThat(report.reason().en()).startsWith("The key is locked");
                    return report;
                }
            });
        }
    }

    @Test
    void decomposedNamesInAFileAreThoseOfThePeople() throws IOException {
        String file;
        try (var in = SteadyVerdictTest.class.getResourceAsStream("/service-linkage/sandbox-subjects.yaml")) {
            file = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        Path decomposed =
                Files.writeString(folder.resolve("subjects.yaml"), Normalizer.normalize(file, Normalizer.Form.NFD));
        try (MockGateway gateway = MockGateway.builder().start()) {
            repeat(
                    Verdict.CONFORMANT,
                    "NFD subjects",
                    () -> judged(gateway.url(), Optional.of(SubjectsFile.read(decomposed))));
        }
    }

    private interface Judging {
        Report run() throws IOException;
    }

    private static void repeat(Verdict verdict, String name, Judging judging) throws IOException {
        Map<String, Status> first = null;
        for (int run = 1; run <= RUNS; run++) {
            Report report = judging.run();
            assertThat(report.verdict())
                    .as("%s, run %d: %s", name, run, problems(report))
                    .isEqualTo(verdict);
            if (verdict == Verdict.INCONCLUSIVE) {
                continue;
            }
            Map<String, Status> statuses = new TreeMap<>(report.results().stream()
                    // Which operation is asked to wait is by chance.
                    .filter(result -> !result.requirement().startsWith("LNK-FLOW"))
                    .collect(Collectors.toMap(Result::check, Result::status)));
            if (first == null) {
                first = statuses;
                System.out.println(name + "\t" + verdict + "\t" + problems(report));
            }
            assertThat(statuses)
                    .as("%s, run %d: %s", name, run, problems(report))
                    .isEqualTo(first);
        }
    }

    private static String problems(Report report) {
        return report.reason().en()
                + report.results().stream()
                        .filter(result -> result.status() != Status.PASSED && result.status() != Status.SKIPPED)
                        .map(result -> result.status() + " " + result.check())
                        .toList();
    }

    private static Report judged(URI url, Optional<Subjects> subjects) {
        Conformance suite = Conformance.of(
                new Target("gateway", url, MockGateway.DEFAULT_API_KEY, Duration.ofSeconds(10), Optional.empty()));
        subjects.ifPresent(suite::subjects);
        return suite.run(new Listener() {});
    }

    private static byte[] locked() {
        return response(
                "401 Unauthorized", "", "{\"category\":\"op-auth\",\"code\":2003,\"message\":\"Account Locked\"}");
    }

    private static byte[] error(String status, String field) {
        int code = Integer.parseInt(status.substring(0, 3));
        return response(status, field, "{\"category\":\"op-apim\",\"code\":" + code + ",\"message\":\"no\"}");
    }

    private static byte[] response(String status, String field, String body) {
        return ("HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nCache-Control: no-store\r\n" + field
                        + "Connection: close\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}

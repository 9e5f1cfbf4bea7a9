package io.github.servicelinkage.conformance.proof.plain;

import io.github.servicelinkage.conformance.proof.plain.PlainPeople.PlainPerson;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Predicate;

/** BEH: what a gateway remembers, shares, and waits for. */
final class MemoryFaults {
    private static final Duration A_MOMENT = Duration.ofMillis(2);
    private static final Duration TOO_LONG = Duration.ofSeconds(3);
    private static final int SELDOM = 50;

    private MemoryFaults() {}

    static List<PlainFault> faults() {
        return List.of(
                PlainFault.of(
                        "one-server-has-no-data", "LNK-BEH-01", "One of three servers behind knows nobody.", rules -> {
                            AtomicInteger count = new AtomicInteger();
                            Function<PlainAsked, Optional<PlainPerson>> before = rules.find;
                            rules.find =
                                    asked -> count.incrementAndGet() % 3 == 0 ? Optional.empty() : before.apply(asked);
                        }),
                PlainFault.of(
                        "fails-now-and-then",
                        "LNK-BEH-02",
                        "Every fiftieth request that is in order ends in a 500.",
                        rules -> {
                            AtomicInteger count = new AtomicInteger();
                            Function<PlainAsked, PlainResponse> before = rules.respond;
                            rules.respond = asked -> count.incrementAndGet() % SELDOM == 0
                                    ? PlainResponse.error(500, "The gateway has failed.")
                                    : before.apply(asked);
                        }),
                PlainFault.of(
                        "pool-of-five",
                        "LNK-BEH-02",
                        "There are five connections to the database, and a 500 for whoever gets none.",
                        rules -> {
                            Semaphore pool = new Semaphore(5);
                            Function<PlainAsked, PlainResponse> before = rules.respond;
                            rules.respond = asked -> {
                                if (!pool.tryAcquire()) {
                                    return PlainResponse.error(500, "No connection.");
                                }
                                try {
                                    LockSupport.parkNanos(A_MOMENT.toNanos());
                                    return before.apply(asked);
                                } finally {
                                    pool.release();
                                }
                            };
                        }),
                remembering(
                        "reference-as-idempotency-key",
                        "LNK-BEH-03",
                        "What was once said to a reqIdConsumer is said again.",
                        asked -> true,
                        asked -> asked.operation() + reference(asked)),
                PlainFault.of(
                        "person-in-a-field",
                        "LNK-BEH-04",
                        "The person is kept in a field that all requests share.",
                        rules -> {
                            AtomicReference<PlainAsked> field = new AtomicReference<>();
                            Function<PlainAsked, PlainResponse> before = rules.respond;
                            rules.respond = asked -> {
                                field.set(asked);
                                LockSupport.parkNanos(A_MOMENT.toNanos());
                                return before.apply(field.get());
                            };
                        }),
                PlainFault.of("waits-for-a-lock", "LNK-BEH-05", "Every fiftieth request waits too long.", rules -> {
                    AtomicInteger count = new AtomicInteger();
                    rules.received(request -> {
                        if (count.incrementAndGet() % SELDOM == 0) {
                            LockSupport.parkNanos(TOO_LONG.toNanos());
                        }
                        return request;
                    });
                }),
                PlainFault.of(
                        "hangs-up-on-large-bodies",
                        "LNK-BEH-05",
                        "The connection is closed on a body that is too large.",
                        rules -> rules.instead(
                                request -> request.body().length > 100_000, request -> PlainResponse.NONE)),
                PlainFault.of(
                        "cache-by-path",
                        "LNK-BEH-06",
                        "A cache in front keeps the first success of every path.",
                        rules -> {
                            Map<String, PlainResponse> cache = new ConcurrentHashMap<>();
                            rules.around(next -> request -> {
                                PlainResponse cached = cache.get(request.target());
                                if (cached != null) {
                                    return cached;
                                }
                                PlainResponse response = next.handle(request);
                                if (response.isSuccess()) {
                                    cache.put(request.target(), response);
                                }
                                return response;
                            });
                        }),
                PlainFault.of(
                        "session-keeps-the-person",
                        "LNK-BEH-07",
                        "A session, kept by cookie, holds the person who was asked for first.",
                        rules -> {
                            Map<String, PlainAsked> sessions = new ConcurrentHashMap<>();
                            Function<PlainAsked, PlainResponse> before = rules.respond;
                            rules.respond = asked -> {
                                String session = asked.request()
                                        .header("Cookie")
                                        .filter(sessions::containsKey)
                                        .orElse("id=" + sessions.size());
                                PlainAsked first = sessions.computeIfAbsent(session, id -> asked);
                                return before.apply(first.isOf(asked.operation()) ? first : asked)
                                        .withHeader("set-cookie", session + "; Path=/; HttpOnly");
                            };
                        }),
                remembering(
                        "cache-by-name",
                        "LNK-BIZ-12",
                        "What was found is kept by the name of the person.",
                        asked -> PlainPeople.MEMBERS.stream()
                                .anyMatch(person -> person.name().equals(asked.name())),
                        asked -> asked.operation() + asked.name()));
    }

    /** What was said before is said again to the same key. */
    private static PlainFault remembering(
            String name,
            String requirement,
            String description,
            Predicate<PlainAsked> when,
            Function<PlainAsked, String> key) {
        return PlainFault.of(name, requirement, description, rules -> {
            Map<String, PlainResponse> cache = new ConcurrentHashMap<>();
            Function<PlainAsked, PlainResponse> before = rules.respond;
            rules.respond = asked -> when.test(asked)
                    ? cache.computeIfAbsent(key.apply(asked), any -> before.apply(asked))
                    : before.apply(asked);
        });
    }

    private static String reference(PlainAsked asked) {
        String body = new String(asked.request().body(), java.nio.charset.StandardCharsets.UTF_8);
        String[] parts = body.split("\"reqIdConsumer\"");
        return parts.length < 2 ? body : parts[1].split(",")[0];
    }
}

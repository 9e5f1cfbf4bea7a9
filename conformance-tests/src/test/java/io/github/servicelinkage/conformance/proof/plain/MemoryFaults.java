package io.github.servicelinkage.conformance.proof.plain;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
    private static final Duration SLOW = Duration.ofMillis(100);
    private static final Duration TOO_LONG = Duration.ofSeconds(3);
    private static final int SELDOM = 50;

    private MemoryFaults() {}

    static List<PlainFault> faults() {
        return List.of(
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
                pool(5),
                pool(20),
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
                PlainFault.of(
                        "date-left-over",
                        "LNK-BIZ-08",
                        "A non-member gets the date of the member who was asked about before.",
                        rules -> {
                            AtomicReference<Object> date = new AtomicReference<>("20301231");
                            rules.data(data -> {
                                if ("nonMember".equals(data.get("result"))) {
                                    data.put("commonTermsExpireDate", date.get());
                                } else if (data.containsKey("commonTermsExpireDate")) {
                                    date.set(data.get("commonTermsExpireDate"));
                                }
                                return data;
                            });
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
                cacheInFront("cache-by-path", "LNK-BEH-06", PlainRequest::target),
                cacheByBody(),
                PlainFault.of(
                        "session-keeps-the-person",
                        "LNK-BEH-07",
                        "A session, kept by cookie, holds the person who was asked for first.",
                        rules -> {
                            Map<String, PlainAsked> sessions = new ConcurrentHashMap<>();
                            AtomicInteger count = new AtomicInteger();
                            Function<PlainAsked, PlainResponse> before = rules.respond;
                            rules.respond = asked -> {
                                String session = asked.request()
                                        .header("Cookie")
                                        .filter(sessions::containsKey)
                                        .orElseGet(() -> "id=" + count.incrementAndGet());
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
                                asked -> asked.operation() + asked.name())
                        .alsoBlaming("LNK-BIZ-11", "with the name any ci gets what was found before"));
    }

    private static PlainFault cacheInFront(String name, String requirement, Function<PlainRequest, String> key) {
        return PlainFault.of(
                name, requirement, "A cache in front keeps the first success of all that seem alike.", rules -> {
                    Map<String, PlainResponse> cache = new ConcurrentHashMap<>();
                    rules.around(next -> request -> {
                        PlainResponse cached = cache.get(key.apply(request));
                        if (cached != null) {
                            return cached;
                        }
                        PlainResponse response = next.handle(request);
                        if (response.isSuccess()) {
                            cache.put(key.apply(request), response);
                        }
                        return response;
                    });
                });
    }

    /** What does not look at the headers does not look at the key. */
    private static PlainFault cacheByBody() {
        PlainFault fault = cacheInFront(
                "cache-by-body",
                "LNK-AUTH-02",
                request -> request.method() + request.target() + new String(request.body(), StandardCharsets.UTF_8));
        for (String number : List.of("03", "04", "05", "06", "07", "12")) {
            fault = fault.alsoBlaming("LNK-AUTH-" + number, "no key is looked at, whatever is wrong with it");
        }
        return fault.alsoBlaming("LNK-MEDIA-03", "the media type is not looked at either")
                .alsoBlaming("LNK-MEDIA-04", "the media type is not looked at either");
    }

    private static PlainFault pool(int size) {
        return PlainFault.of(
                "pool-of-" + size,
                "LNK-BEH-02",
                "There are %d connections to the database, slow when shared, and a 500 for whoever gets none."
                        .formatted(size),
                rules -> {
                    Semaphore pool = new Semaphore(size);
                    Function<PlainAsked, PlainResponse> before = rules.respond;
                    rules.respond = asked -> {
                        if (!pool.tryAcquire()) {
                            return PlainResponse.error(500, "No connection.");
                        }
                        try {
                            Duration use = pool.availablePermits() < size - 1 ? SLOW : A_MOMENT;
                            LockSupport.parkNanos(use.toNanos());
                            return before.apply(asked);
                        } finally {
                            pool.release();
                        }
                    };
                });
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
        String body = new String(asked.request().body(), StandardCharsets.UTF_8);
        String[] parts = body.split("\"reqIdConsumer\"");
        return parts.length < 2 ? body : parts[1].split(",")[0];
    }
}

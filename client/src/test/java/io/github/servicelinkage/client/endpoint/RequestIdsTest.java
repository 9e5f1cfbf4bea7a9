package io.github.servicelinkage.client.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.servicelinkage.client.model.CommonHeader;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RequestIdsTest {

    private static final int LIMIT = ContractBodies.shared().maxRequestIdLength();

    @Test
    void fitIntoTheLimitOfTheContract() {
        String id = ids(Clock.systemUTC(), LIMIT).get();

        assertThat(ContractBodies.shared().violations(new CommonHeader(null, id, "ci")))
                .isEmpty();
        assertThat(ContractBodies.shared().violations(new CommonHeader(null, "x".repeat(LIMIT + 1), "ci")))
                .isNotEmpty();
    }

    @Test
    void doNotRepeatAcrossThreadsAndClients() {
        Set<String> seen = ConcurrentHashMap.newKeySet();
        List<RequestIds> clients =
                Stream.generate(() -> ids(Clock.systemUTC(), LIMIT)).limit(4).toList();

        IntStream.range(0, 100_000)
                .parallel()
                .forEach(i -> seen.add(clients.get(i % 4).get()));

        assertThat(seen).hasSize(100_000);
    }

    @Test
    void sortByTimeAndWithinAMillisecondByOrder() {
        RequestIds early = ids(at("2026-11-25T00:00:00Z"), LIMIT);
        List<String> ids = Stream.concat(
                        Stream.generate(early).limit(1_000),
                        Stream.generate(ids(at("2026-11-25T00:00:00.001Z"), LIMIT))
                                .limit(1))
                .toList();

        assertThat(ids).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void goOnWhenTheClockIsSetBack() {
        Clock[] clock = {at("2026-11-25T00:00:01Z")};
        RequestIds ids = ids(
                new Clock() {
                    @Override
                    public ZoneId getZone() {
                        return ZoneOffset.UTC;
                    }

                    @Override
                    public Clock withZone(ZoneId zone) {
                        return this;
                    }

                    @Override
                    public Instant instant() {
                        return clock[0].instant();
                    }
                },
                LIMIT);
        String before = ids.get();
        clock[0] = at("2026-11-25T00:00:00Z");

        assertThat(ids.get()).isGreaterThan(before);
    }

    @Test
    void areRefusedWhereNoUniqueOneFits() {
        assertThatThrownBy(() -> ids(Clock.systemUTC(), 9)).isInstanceOf(IllegalArgumentException.class);
    }

    private static RequestIds ids(Clock clock, int limit) {
        return new RequestIds(clock, new SecureRandom(), limit);
    }

    private static Clock at(String instant) {
        return Clock.fixed(Instant.parse(instant), ZoneOffset.UTC);
    }
}

package io.github.servicelinkage.stub.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.servicelinkage.stub.exchange.Interceptor.Person;
import io.github.servicelinkage.stub.mock.Call;
import io.github.servicelinkage.stub.mock.MockGateway;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What shows only when several requests come, one after the other or at once. */
class BehFaultsTest {
    private static final Person NOBODY = new Person("nobody", "가나다");

    @Test
    void cachesGiveTheFirstSuccessToEverybody() throws IOException {
        try (MockGateway byUrl = faulty("caches-by-URL");
                MockGateway byKey = faulty("caches-by-URL-and-key")) {
            for (MockGateway gateway : List.of(byUrl, byKey)) {
                String first = text(Call.registration(gateway).send());
                assertThat(text(about(NOBODY, Call.registration(gateway)).send()))
                        .isEqualTo(first)
                        .contains("\"member\"");
            }
            assertThat(Call.registration(byUrl).without("apikey").status()).isEqualTo(200);
            assertThat(Call.registration(byKey).without("apikey").status()).isEqualTo(401);
        }
    }

    @Test
    void aSessionKeepsTheFirstPerson() throws IOException {
        try (MockGateway gateway = faulty("keeps-first-person-in-session")) {
            HttpResponse<byte[]> first = Call.registration(gateway).send();
            String cookie =
                    first.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");

            assertThat(text(about(NOBODY, Call.registration(gateway)).send())).contains("nonMember");
            assertThat(text(about(NOBODY, Call.registration(gateway).header("Cookie", cookie))
                            .send()))
                    .isEqualTo(text(first));
        }
    }

    @Test
    void threeAtOnceAreTooMany() throws Exception {
        try (MockGateway gateway = faulty("fails-when-three-are-under-way")) {
            assertThat(Call.consent(gateway).status()).isEqualTo(200);
            assertThat(Call.consent(gateway).status()).isEqualTo(200);
            assertThat(atOnce(6, () -> Call.consent(gateway).status())).contains(500);
        }
    }

    @Test
    void peopleAreMixedUpOnlyInACrowd() throws Exception {
        try (MockGateway gateway = faulty("mixes-people-up-beyond-twenty")) {
            assertThat(atOnce(8, () -> isOwn(gateway))).containsOnly(true);
            assertThat(atOnce(60, () -> isOwn(gateway))).contains(false);
        }
    }

    private static boolean isOwn(MockGateway gateway) {
        boolean nobody = Thread.currentThread().getId() % 2 == 0;
        Call call = Call.registration(gateway);
        return text((nobody ? about(NOBODY, call) : call).send()).contains("nonMember") == nobody;
    }

    private static <T> List<T> atOnce(int times, Callable<T> call) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(java.util.Collections.nCopies(times, call))) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Call about(Person person, Call call) {
        return call.json(body -> {
            body.withObject("/commonHeader").put("ci", person.ci());
            body.withObject("/body").put("korName", person.korName());
        });
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private static MockGateway faulty(String name) throws IOException {
        return MockGateway.builder().fault(Faults.named(name).orElseThrow()).start();
    }
}

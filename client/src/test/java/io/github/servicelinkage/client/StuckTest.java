package io.github.servicelinkage.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.servicelinkage.client.error.CallTimeoutException;
import io.github.servicelinkage.client.error.ConnectionException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.net.http.HttpResponse.ResponseInfo;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * An HTTP client that begins a body and then does nothing more, as that of early Java 17 does with a chunk size of more than 31 bits.
 * That one is not used here: its thread would be busy as long as the JVM lives.
 */
@Timeout(20)
class StuckTest {
    private static final Person PERSON = new Person("ci", "가나다");

    private final Stuck http = new Stuck();
    private final LinkageClient client = LinkageClient.builder()
            .gateway(URI.create("http://127.0.0.1:1/v1/common/member"))
            .apiKey("key")
            .partner("F0995", "297")
            .timeout(Duration.ofMillis(300))
            .httpClient(http)
            .build();

    @Test
    void aCallEndsSoonAfterItsTimeout() {
        assertThatThrownBy(() -> client.searchRegistration(PERSON)).isInstanceOf(CallTimeoutException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void aCallEndsWithItsClient() throws Exception {
        LinkageClient patient = LinkageClient.builder()
                .gateway(URI.create("http://127.0.0.1:1/v1/common/member"))
                .apiKey("key")
                .partner("F0995", "297")
                .timeout(Duration.ofMinutes(5))
                .httpClient(http)
                .build();
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        Thread caller = new Thread(() -> {
            try {
                patient.searchRegistration(PERSON);
            } catch (RuntimeException e) {
                failure.complete(e);
            }
        });
        caller.setDaemon(true);
        caller.start();
        http.begun.await();

        patient.close();

        assertThat(failure.get(10, TimeUnit.SECONDS)).isInstanceOf(ConnectionException.class);
        caller.join();
    }

    private static final class Stuck extends HttpClient {
        private final CountDownLatch begun = new CountDownLatch(1);

        @Override
        public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) throws InterruptedException {
            handler.apply(new ResponseInfo() {
                @Override
                public int statusCode() {
                    return 200;
                }

                @Override
                public HttpHeaders headers() {
                    return HttpHeaders.of(Map.of(), (name, value) -> true);
                }

                @Override
                public Version version() {
                    return Version.HTTP_1_1;
                }
            });
            begun.countDown();
            new CountDownLatch(1).await();
            throw new IllegalStateException("Nobody opens that latch");
        }

        @Override
        public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, BodyHandler<T> handler) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> CompletableFuture<HttpResponse<T>> sendAsync(
                HttpRequest request, BodyHandler<T> handler, PushPromiseHandler<T> pushes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<CookieHandler> cookieHandler() {
            return Optional.empty();
        }

        @Override
        public Optional<Duration> connectTimeout() {
            return Optional.of(Duration.ofSeconds(1));
        }

        @Override
        public Redirect followRedirects() {
            return Redirect.NEVER;
        }

        @Override
        public Optional<ProxySelector> proxy() {
            return Optional.empty();
        }

        @Override
        public SSLContext sslContext() {
            try {
                return SSLContext.getDefault();
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        @Override
        public SSLParameters sslParameters() {
            return new SSLParameters();
        }

        @Override
        public Optional<Authenticator> authenticator() {
            return Optional.empty();
        }

        @Override
        public Version version() {
            return Version.HTTP_1_1;
        }

        @Override
        public Optional<Executor> executor() {
            return Optional.empty();
        }
    }
}

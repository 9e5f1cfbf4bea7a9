package io.github.servicelinkage.client;

import io.github.servicelinkage.client.options.RetryPolicy;
import io.github.servicelinkage.client.server.ScriptedServer;
import java.net.URI;
import java.time.Duration;

/** What the tests have in common: the document's example person, and a client that a test completes. */
final class Clients {

    static final String KEY = "l7xx0123456789abcdef0123456789abcdef";
    static final Person PERSON = new Person(
            "QciuDFKLcwalCKtWALuNWic9eGm7WNdauW+A+n+mpfhif24c3msHdzVjoZK0ntkXZ1+nA6LX47nyKmIq1JoHhg==", "박환덕");

    private Clients() {}

    /** A client that is patient and makes one attempt. */
    static LinkageClientBuilder of(ScriptedServer server) {
        return of(server.url());
    }

    static LinkageClientBuilder of(URI gateway) {
        return LinkageClient.builder()
                .gateway(gateway)
                .apiKey(KEY)
                .partner("F0995", "297")
                .timeout(Duration.ofSeconds(60))
                .retryPolicy(RetryPolicy.none());
    }
}

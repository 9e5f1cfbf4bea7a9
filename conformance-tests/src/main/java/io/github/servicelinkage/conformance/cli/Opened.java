package io.github.servicelinkage.conformance.cli;

import io.github.servicelinkage.conformance.exchange.Exchanger;
import io.github.servicelinkage.conformance.exchange.HttpExchanger;
import io.github.servicelinkage.conformance.exchange.Target;
import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.message.UsageException;
import io.github.servicelinkage.stub.mock.MockGateway;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * A target that can be talked to.
 *
 * @param target the target
 * @param exchanger talks to it
 * @param embedded ends the embedded gateway, if the target is one
 */
record Opened(Target target, Exchanger exchanger, Runnable embedded) implements AutoCloseable {

    /** A gateway elsewhere. */
    static Opened gateway(Target target) {
        return new Opened(target, new HttpExchanger(target), () -> {});
    }

    /** The embedded mock gateway, started for this run. */
    static Opened embedded(String name, String apiKey, Duration timeout) {
        try {
            MockGateway gateway = MockGateway.builder().apiKey(apiKey).start();
            Target target = new Target(name, gateway.url(), apiKey, timeout, Optional.empty());
            return new Opened(target, new HttpExchanger(target), gateway::close);
        } catch (IOException e) {
            throw new UsageException(new Text(
                    "내장 모의 게이트웨이를 시작할 수 없습니다. --url로 다른 게이트웨이를 지정하십시오.",
                    "The embedded mock gateway cannot be started; name another gateway by --url."));
        }
    }

    /** Opens a target on another thread, while this one plans: both take their time. */
    static CompletableFuture<Opened> meanwhile(Supplier<Opened> opening) {
        return CompletableFuture.supplyAsync(opening);
    }

    /** Waits for a target that is being opened. */
    static Opened await(CompletableFuture<Opened> opening) {
        try {
            return opening.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof UsageException usage) {
                throw usage;
            }
            throw e;
        }
    }

    @Override
    public void close() {
        embedded.run();
    }
}

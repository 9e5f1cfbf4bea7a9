package io.github.servicelinkage.conformance.cli;

import io.github.servicelinkage.conformance.exchange.HttpVersion;
import io.github.servicelinkage.conformance.exchange.Target;
import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.message.UsageException;
import io.github.servicelinkage.stub.mock.MockGateway;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The target of a run, for as long as the run takes.
 *
 * @param target the target, or the embedded gateway that is being started as one
 * @param end ends the embedded gateway, if the target is one
 */
record TargetSession(CompletableFuture<Target> target, Runnable end) implements AutoCloseable {

    /** A gateway elsewhere. */
    static TargetSession gateway(Target target) {
        return new TargetSession(CompletableFuture.completedFuture(target), () -> {});
    }

    /** The embedded mock gateway, started on another thread while this one plans: both take their time. */
    static TargetSession embedded(String name, String apiKey, Duration timeout, HttpVersion http) {
        CompletableFuture<MockGateway> gateway = CompletableFuture.supplyAsync(() -> start(apiKey));
        return new TargetSession(
                gateway.thenApply(started -> new Target(name, started.url(), apiKey, timeout, Optional.empty(), http)),
                () -> gateway.thenAccept(MockGateway::close));
    }

    private static MockGateway start(String apiKey) {
        try {
            return MockGateway.builder().apiKey(apiKey).start();
        } catch (IOException e) {
            throw new UsageException(new Text(
                    "내장 모의 게이트웨이를 시작할 수 없습니다. --url로 다른 게이트웨이를 지정하십시오.",
                    "The embedded mock gateway cannot be started; name another gateway by --url."));
        }
    }

    @Override
    public void close() {
        end.run();
    }
}

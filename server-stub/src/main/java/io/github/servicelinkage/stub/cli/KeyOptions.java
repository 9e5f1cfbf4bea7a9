package io.github.servicelinkage.stub.cli;

import io.github.servicelinkage.stub.mock.MockGateway;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that give the key. */
final class KeyOptions {
    @Option(names = "--api-key", paramLabel = "KEY")
    private @Nullable String value;

    @Option(names = "--api-key-file", paramLabel = "FILE")
    private @Nullable Path file;

    /** The key of the options, or else of the environment, or else the built-in one. */
    static String key(@Nullable KeyOptions given) {
        return given != null && given.value != null
                ? ApiKeySource.argument(given.value)
                : ApiKeySource.given(given == null ? null : given.file).orElse(MockGateway.DEFAULT_API_KEY);
    }
}

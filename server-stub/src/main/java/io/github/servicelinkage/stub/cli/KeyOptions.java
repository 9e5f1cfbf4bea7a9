package io.github.servicelinkage.stub.cli;

import io.github.servicelinkage.stub.mock.MockGateway;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that give the key. */
final class KeyOptions {
    private static final String VARIABLE = "LINKAGE_API_KEY";

    @Option(names = "--api-key", paramLabel = "KEY")
    private @Nullable String value;

    @Option(names = "--api-key-file", paramLabel = "FILE")
    private @Nullable Path file;

    /** The key of the options, or else of the environment, or else the built-in one. */
    static String key(@Nullable KeyOptions given, Messages messages) throws IOException {
        if (given != null && given.value != null) {
            return usable(given.value, messages);
        }
        if (given != null && given.file != null) {
            return usable(read(given.file, messages), messages);
        }
        String fromEnvironment = System.getenv(VARIABLE);
        return fromEnvironment == null || fromEnvironment.isBlank()
                ? MockGateway.DEFAULT_API_KEY
                : usable(fromEnvironment, messages);
    }

    private static String read(Path file, Messages messages) throws IOException {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IOException(messages.text("unreadableKeyFile", file), e);
        }
    }

    /** The key without white space around it, which no header value can have. */
    private static String usable(String key, Messages messages) throws IOException {
        if (key.isBlank()) {
            throw new IOException(messages.text("blankKey"));
        }
        return key.strip();
    }
}

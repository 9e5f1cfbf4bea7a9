package io.github.servicelinkage.stub.cli;

import io.github.servicelinkage.stub.file.GivenFile;
import io.github.servicelinkage.stub.mock.MockGateway;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where an API key comes from: a file or the environment; see {@link MockGateway#isApiKey}. White space around a key is not part of
 * it. No message repeats a key.
 */
public final class ApiKeySource {
    /** The environment variable that holds a key. */
    public static final String VARIABLE = "LINKAGE_API_KEY";

    /** Of a device that never ends no more is read; a key, with white space around it, is shorter. */
    private static final int MOST_BYTES = 1 << 20;

    private ApiKeySource() {}

    /**
     * The key of a file, or else of the environment.
     *
     * @param file the file, if one was named
     * @return empty where no file was named and the environment has no key, or a blank one
     * @throws WrongUsageException if the file cannot be read, or what was found is not a key
     */
    public static Optional<String> given(@Nullable Path file) {
        return file == null ? inEnvironment() : Optional.of(checked(read(file), "badKeyFile", file));
    }

    /** A key that was given as an argument; for keys that a mock gateway accepts, and never for a caller's own. */
    static String argument(String key) {
        return checked(key, "badKeyArgument");
    }

    private static Optional<String> inEnvironment() {
        return Optional.ofNullable(System.getenv(VARIABLE))
                .filter(key -> !key.isBlank())
                .map(key -> checked(key, "badKeyVariable", VARIABLE));
    }

    private static String read(Path file) {
        try (InputStream in = GivenFile.open(file)) {
            return new String(in.readNBytes(MOST_BYTES), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new WrongUsageException("unreadableKeyFile", file);
        }
    }

    private static String checked(String given, String otherwise, Object... values) {
        String key = given.strip();
        if (!MockGateway.isApiKey(key)) {
            throw new WrongUsageException(otherwise, values);
        }
        return key;
    }
}

package io.github.servicelinkage.conformance.cli;

import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.message.UsageException;
import io.github.servicelinkage.stub.mock.MockGateway;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the API key comes from: a file or the environment, never an argument, which other users of the machine could see. */
final class ApiKey {
    private static final String VARIABLE = "LINKAGE_API_KEY";

    private ApiKey() {}

    /** The key that the user gave, if any. */
    static Optional<String> given(@Nullable Path file) {
        if (file == null) {
            return Optional.ofNullable(System.getenv(VARIABLE))
                    .map(String::strip)
                    .filter(key -> !key.isEmpty());
        }
        try {
            String key = Files.readString(file).strip();
            if (key.isEmpty() || !key.chars().allMatch(c -> c > 0x20 && c < 0x7F)) {
                throw unusable(file);
            }
            return Optional.of(key);
        } catch (IOException e) {
            throw unusable(file);
        }
    }

    /** The key of a mock gateway on this machine; a gateway elsewhere needs its own. */
    static String forLoopback(URI url) {
        if (url.getHost() != null && url.getHost().matches("localhost|127\\..*|\\[::1]")) {
            return MockGateway.DEFAULT_API_KEY;
        }
        throw new UsageException(Text.of(
                "API 키가 없습니다. 환경 변수 %s 또는 --api-key-file로 지정하십시오.",
                "There is no API key. Set the environment variable %s, or give --api-key-file.", VARIABLE));
    }

    private static UsageException unusable(Path file) {
        return new UsageException(Text.of(
                "키 파일 %s을(를) 읽을 수 없거나 비어 있습니다. 키 한 줄만 든 파일을 지정하십시오.",
                "The key file %s cannot be read, or holds no key. Give a file that holds the key on one line.", file));
    }
}

package io.github.servicelinkage.conformance.cli;

import io.github.servicelinkage.conformance.exchange.Target;
import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.message.UsageException;
import io.github.servicelinkage.stub.cli.ApiKeySource;
import io.github.servicelinkage.stub.mock.MockGateway;
import java.net.URI;

/** The key to call a gateway with where the user gave none. */
final class ApiKey {
    private ApiKey() {}

    /** The key of a mock gateway on this machine; a gateway elsewhere needs its own. */
    static String forLoopback(URI url) {
        if (Target.isLocal(url)) {
            return MockGateway.DEFAULT_API_KEY;
        }
        throw new UsageException(Text.of(
                "API 키가 없습니다. 환경 변수 %s 또는 --api-key-file로 지정하십시오.",
                "There is no API key. Set the environment variable %s, or use --api-key-file.", ApiKeySource.VARIABLE));
    }
}

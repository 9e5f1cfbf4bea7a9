package io.github.servicelinkage.conformance.check;

import io.github.servicelinkage.conformance.exchange.Request;
import io.github.servicelinkage.conformance.message.Text;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Requests that differ from the control in one thing and that the contract does not describe. A gateway that refuses the control and
 * accepts one of them has shown what is the matter.
 */
public enum Deviation {
    /** The key in the header that many gateways use. */
    KEY_AS_X_API_KEY(Set.of(400, 401, 403), Words.header("X-API-Key")) {
        @Override
        Request of(OperationContext operation, Request control) {
            return keyless(operation, control)
                    .withAddedHeader("X-API-Key", operation.plan().apiKey());
        }
    },
    /** The key in another header of the kind. */
    KEY_AS_API_KEY(Set.of(400, 401, 403), Words.header("Api-Key")) {
        @Override
        Request of(OperationContext operation, Request control) {
            return keyless(operation, control)
                    .withAddedHeader("Api-Key", operation.plan().apiKey());
        }
    },
    /** The key as a bearer token (RFC 6750 §2.1). */
    KEY_AS_BEARER_TOKEN(Set.of(400, 401, 403), Words.header("Authorization: Bearer")) {
        @Override
        Request of(OperationContext operation, Request control) {
            return keyless(operation, control)
                    .withAddedHeader(
                            "Authorization", "Bearer " + operation.plan().apiKey());
        }
    },
    /** The key as credentials without a scheme. */
    KEY_AS_CREDENTIALS(Set.of(400, 401, 403), Words.header("Authorization")) {
        @Override
        Request of(OperationContext operation, Request control) {
            return keyless(operation, control)
                    .withAddedHeader("Authorization", operation.plan().apiKey());
        }
    },
    /** The key in the query; only where nobody else reads the access log. */
    KEY_IN_QUERY(
            Set.of(400, 401, 403),
            new Text(
                    "키를 apikey 헤더가 아니라 쿼리에서 읽습니다. 계약대로 apikey 헤더에서 읽도록 고치십시오.",
                    "It reads the key from the query and not from the apikey header. Have it read the header, as the contract says.")) {
        @Override
        Request of(OperationContext operation, Request control) {
            String header = operation.plan().contract().apiKeyHeader();
            return keyless(operation, control)
                    .withPath(operation.path() + "?" + header + "="
                            + URLEncoder.encode(operation.plan().apiKey(), StandardCharsets.UTF_8));
        }

        @Override
        boolean isSafe(OperationContext operation) {
            return operation.plan().isLocal();
        }
    },
    /** The path with the slash at its end that some frameworks want. */
    SLASH_AT_THE_END(
            Set.of(301, 302, 307, 308, 404, 405),
            new Text(
                    "경로 끝에 슬래시(/)가 있어야 수락합니다. 계약의 경로에는 슬래시가 없습니다. 슬래시 없는 경로를 받도록 고치십시오.",
                    "It accepts the path with a slash at its end only. The contract has none there; have the path taken without it.")) {
        @Override
        Request of(OperationContext operation, Request control) {
            return control.withPath(operation.path() + "/");
        }
    },
    /** The path of the contract's own server below the address that was given. */
    PATH_OF_THE_CONTRACT(
            Set.of(401, 403, 404, 405),
            new Text(
                    "--url에 경로가 빠졌습니다. %s까지 붙여 지정하십시오.", "The path is missing in --url: give it with %s at its end.")) {
        @Override
        Request of(OperationContext operation, Request control) {
            return control.withPath(operation.plan().contract().serverPath() + operation.path());
        }
    };

    private final Set<Integer> statuses;
    private final Text words;

    Deviation(Set<Integer> statuses, Text words) {
        this.statuses = statuses;
        this.words = words;
    }

    /** Those worth trying after a control that was refused with this status, as cases. */
    public static List<Deviation> after(int status, OperationContext operation) {
        return Stream.of(values())
                .filter(deviation -> deviation.statuses.contains(status) && deviation.isSafe(operation))
                .toList();
    }

    /** What it means that this was accepted, and what to do. */
    public Text words(OperationContext operation) {
        return Text.of(words.ko(), words.en(), operation.plan().contract().serverPath());
    }

    /** The control with this difference. */
    public Case of(OperationContext operation) {
        return operation.open(new Text("대조 요청의 변형", "a variation of the control"), of(operation, operation.accepted()));
    }

    abstract Request of(OperationContext operation, Request control);

    boolean isSafe(OperationContext operation) {
        return true;
    }

    private static Request keyless(OperationContext operation, Request control) {
        return control.withoutHeader(operation.plan().contract().apiKeyHeader());
    }

    private static final class Words {
        static Text header(String name) {
            return new Text(
                    "키를 apikey 헤더가 아니라 " + name + " 헤더에서 읽습니다. 계약대로 apikey 헤더에서 읽도록 고치십시오.",
                    "It reads the key from " + name
                            + " and not from the apikey header. Have it read the header, as the contract says.");
        }
    }
}

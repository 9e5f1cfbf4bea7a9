package io.github.servicelinkage.conformance.check;

import io.github.servicelinkage.conformance.exchange.Request;
import io.github.servicelinkage.conformance.message.Text;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Requests that differ from the control in one thing and that the contract does not describe. A gateway that refuses the control and
 * accepts one of them has shown what is the matter.
 */
public enum Deviation {
    /** The key in the header that many gateways use. */
    KEY_AS_X_API_KEY("X-API-Key", "X-API-Key", ""),
    /** The key in another header of the kind. */
    KEY_AS_API_KEY("Api-Key", "Api-Key", ""),
    /** The key as a bearer token (RFC 6750 §2.1). */
    KEY_AS_BEARER_TOKEN("Authorization: Bearer", "Authorization", "Bearer "),
    /** The key as credentials without a scheme. */
    KEY_AS_CREDENTIALS("Authorization", "Authorization", ""),
    /** The key in the query; only where nobody else reads the access log. */
    KEY_IN_QUERY(
            Set.of(400, 401, 403),
            new Text(
                    "키를 apikey 헤더가 아니라 쿼리에서 읽습니다. 계약대로 apikey 헤더에서 읽도록 고치십시오.",
                    "It reads the key from the query and not from the apikey header. Have it read the header, as the contract says."),
            operation -> {
                String header = operation.plan().contract().apiKeyHeader();
                return operation
                        .accepted()
                        .withoutHeader(header)
                        .withPath(operation.path() + "?" + header + "="
                                + URLEncoder.encode(operation.plan().apiKey(), StandardCharsets.UTF_8));
            }),
    /** The path with the slash at its end that some frameworks want. */
    SLASH_AT_THE_END(
            Set.of(301, 302, 307, 308, 404, 405),
            new Text(
                    "경로 끝에 슬래시(/)가 있어야 수락합니다. 계약의 경로에는 슬래시가 없습니다. 슬래시 없는 경로를 받도록 고치십시오.",
                    "It accepts the path with a slash at its end only. The contract has none there; have the path taken without it."),
            operation -> operation.accepted().withPath(operation.path() + "/")),
    /** The path of the contract's own server below the address that was given. */
    PATH_OF_THE_CONTRACT(
            Set.of(401, 403, 404, 405),
            new Text("--url에 경로가 빠졌습니다. %s까지 붙여 지정하십시오.", "The path is missing in --url: give it with %s at its end."),
            operation ->
                    operation.accepted().withPath(operation.plan().contract().serverPath() + operation.path()));

    private final Set<Integer> statuses;
    private final Text words;
    private final Function<OperationContext, Request> request;

    Deviation(Set<Integer> statuses, Text words, Function<OperationContext, Request> request) {
        this.statuses = statuses;
        this.words = words;
        this.request = request;
    }

    /** The key in another header, under a name for people, after a prefix. */
    Deviation(String name, String header, String prefix) {
        this(
                Set.of(400, 401, 403),
                new Text(
                        "키를 apikey 헤더가 아니라 " + name + " 헤더에서 읽습니다. 계약대로 apikey 헤더에서 읽도록 고치십시오.",
                        "It reads the key from " + name
                                + " and not from the apikey header. Have it read the header, as the contract says."),
                operation -> operation.withKeyIn(operation.accepted(), header, prefix));
    }

    /** Those worth trying after a control that was refused with this status. */
    public static List<Deviation> after(int status, OperationContext operation) {
        return Stream.of(values())
                .filter(deviation -> deviation.statuses.contains(status))
                .filter(deviation ->
                        deviation != KEY_IN_QUERY || operation.plan().isLocal())
                .toList();
    }

    /** What it means that this was accepted, and what to do. */
    public Text words(OperationContext operation) {
        return Text.of(words.ko(), words.en(), operation.plan().contract().serverPath());
    }

    /** The control with this difference. */
    public Case of(OperationContext operation) {
        return operation.variation(request.apply(operation));
    }
}

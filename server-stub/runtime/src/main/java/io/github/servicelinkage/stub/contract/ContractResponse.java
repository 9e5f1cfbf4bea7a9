package io.github.servicelinkage.stub.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.servicelinkage.stub.api.ServiceLinkageApi;
import io.github.servicelinkage.stub.api.ServiceLinkageApi.ErrorResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * A response as the contract defines it; {@code Content-Length} is left to the web framework.
 *
 * @param status HTTP status
 * @param headers names and values of the header fields
 * @param body JSON in UTF-8; not to be changed
 */
public record ContractResponse(int status, Map<String, String> headers, byte[] body) {
    /** Header fields of every response. Responses hold personal data, so no cache may store them (RFC 9111 §5.2.2.5). */
    public static final Map<String, String> HEADERS =
            Map.of("Content-Type", "application/json;charset=utf-8", ServiceLinkageApi.CACHE_CONTROL, "no-store");

    /** How to authenticate: no scheme is registered for API keys (RFC 9110 §11.6.1). */
    private static final String CHALLENGE = "ApiKey realm=\"service-linkage\"";

    /** A successful response. */
    public static ContractResponse success(Object body) {
        return new ContractResponse(200, HEADERS, ContractJson.write(body));
    }

    /** An error response in the platform's envelope; an empty description is omitted. */
    public static ContractResponse error(ErrorResponse error, String description) {
        byte[] body = error.json().getBytes(StandardCharsets.UTF_8);
        if (!description.isEmpty()) {
            body = ContractJson.write(ContractJson.read(ObjectNode.class, body).put("description", description));
        }
        ContractResponse response = new ContractResponse(error.status(), HEADERS, body);
        return error.status() == ErrorResponse.UNAUTHORIZED.status()
                ? response.withHeader("WWW-Authenticate", CHALLENGE)
                : response;
    }

    /** The same response with one more header field. */
    public ContractResponse withHeader(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new ContractResponse(status, more, body);
    }
}

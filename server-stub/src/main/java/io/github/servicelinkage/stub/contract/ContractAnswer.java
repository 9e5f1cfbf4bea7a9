package io.github.servicelinkage.stub.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.servicelinkage.stub.api.ServiceLinkageApi.ErrorAnswer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * What a server sends back: {@code Content-Length} is left to the web framework.
 *
 * @param status HTTP status
 * @param headers names and values of the header fields
 * @param body JSON in UTF-8; not to be changed
 */
public record ContractAnswer(int status, Map<String, String> headers, byte[] body) {
    /** Header fields of every answer; answers hold personal data, so nobody may keep them (RFC 9111 §5.2.2.5). */
    public static final Map<String, String> HEADERS =
            Map.of("Content-Type", "application/json;charset=utf-8", "Cache-Control", "no-store");

    /** An answer of success. */
    public static ContractAnswer success(Object body) {
        return new ContractAnswer(200, HEADERS, ContractJson.write(body));
    }

    /** An error in the platform's envelope; an empty description is left out. */
    public static ContractAnswer error(ErrorAnswer error, String description) {
        byte[] body = error.json().getBytes(StandardCharsets.UTF_8);
        if (!description.isEmpty()) {
            body = ContractJson.write(ContractJson.read(ObjectNode.class, body).put("description", description));
        }
        return new ContractAnswer(error.status(), HEADERS, body);
    }

    /** The same answer with one more header field. */
    public ContractAnswer withHeader(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new ContractAnswer(status, more, body);
    }
}

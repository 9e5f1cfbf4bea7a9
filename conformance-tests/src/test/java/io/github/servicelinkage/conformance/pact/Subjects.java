package io.github.servicelinkage.conformance.pact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.servicelinkage.stub.mock.MockGateway;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The mock gateway's people in the roles of the provider states. */
final class Subjects {

    static final String STRANGER = "홍길동";
    static final String STRANGER_CI = "c3ludGhldGljLWNvbm5lY3RpbmctaW5mb3JtYXRpb24=";

    private Subjects() {}

    static Map<String, Map<String, Object>> states() {
        JsonNode people = people().get("people");
        return Map.of(
                "member-with-accounts", values(people.get(0)),
                "other-member-with-accounts", values(people.get(1)),
                "member-without-accounts", values(people.get(2)),
                "non-member", partner(Map.of("ci", STRANGER_CI, "korName", STRANGER)));
    }

    /** The states, with another value in one of them. */
    static Map<String, Map<String, Object>> statesWith(String role, String name, Object value) {
        Map<String, Map<String, Object>> states = new HashMap<>(states());
        Map<String, Object> values = new HashMap<>(states.get(role));
        values.put(name, value);
        states.put(role, values);
        return states;
    }

    /** Everything that no output may show. */
    static List<String> secrets() {
        List<String> secrets = new ArrayList<>(List.of(STRANGER, STRANGER_CI, MockGateway.DEFAULT_API_KEY));
        people().get("people").forEach(person -> {
            secrets.add(person.get("ci").asText());
            secrets.add(person.get("korName").asText());
            person.get("accounts")
                    .forEach(account -> secrets.add(account.get("vtAccNo").asText()));
        });
        return secrets;
    }

    private static Map<String, Object> values(JsonNode person) {
        List<String> numbers = new ArrayList<>();
        person.get("accounts")
                .forEach(account -> numbers.add(account.get("vtAccNo").asText()));
        return partner(Map.of(
                "ci", person.get("ci").asText(),
                "korName", person.get("korName").asText(),
                "vtAccNos", numbers));
    }

    private static Map<String, Object> partner(Map<String, Object> person) {
        Map<String, Object> values = new HashMap<>(person);
        people().get("partner")
                .properties()
                .forEach(code -> values.put(code.getKey(), code.getValue().asText()));
        return values;
    }

    private static JsonNode people() {
        try (InputStream yaml = MockGateway.class.getResourceAsStream("people.yaml")) {
            return new YAMLMapper().readTree(yaml);
        } catch (IOException unreadable) {
            throw new IllegalStateException("the mock gateway's people cannot be read", unreadable);
        }
    }
}

package io.github.servicelinkage.conformance.pact;

import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.HttpRequest;
import au.com.dius.pact.core.model.HttpResponse;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.ProviderState;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.generators.Category;
import au.com.dius.pact.core.model.generators.Generators;
import au.com.dius.pact.core.model.generators.ProviderStateGenerator;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleCategory;
import au.com.dius.pact.core.model.matchingrules.MatchingRules;
import au.com.dius.pact.core.model.matchingrules.MatchingRulesImpl;
import au.com.dius.pact.core.support.expressions.DataType;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.servicelinkage.client.LinkageClient;
import io.github.servicelinkage.client.api.ServiceLinkageApi;
import io.github.servicelinkage.client.api.ServiceLinkageApi.Operation;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * One thing that the client relies on, as it stands in the pact, and how the client makes use of it.
 *
 * @param pact the interaction
 * @param apiKey the key that the client is given
 * @param use makes the request, and asserts what becomes of the answer
 */
record ClientInteraction(V4Interaction.SynchronousHttp pact, String apiKey, Consumer<LinkageClient> use) {

    /** An example of a key; a verification puts in its own. */
    static final String EXAMPLE_KEY = "example-key";

    private static final ContentType JSON = ContentType.fromString("application/json; charset=utf-8");

    /** What the subject of a provider state brings, in place of the document's example. */
    private static final Map<String, String> OF_THE_SUBJECT = Map.of(
            "$.partner.comId", "comId",
            "$.partner.srvId", "srvId",
            "$.commonHeader.ci", "ci",
            "$.body.korName", "korName");

    static ProviderStateGenerator fromState(String name) {
        return new ProviderStateGenerator("${" + name + "}", DataType.STRING);
    }

    /** An interaction whose request carries the key of the verification. */
    static ClientInteraction accepted(
            Operation<?, ?> operation,
            String description,
            String state,
            ContractExample answer,
            MatchingRuleCategory rules,
            Consumer<LinkageClient> use) {
        HttpRequest request = request(operation, EXAMPLE_KEY);
        request.getGenerators().addGenerator(Category.HEADER, ServiceLinkageApi.API_KEY_HEADER, fromState("apiKey"));
        return new ClientInteraction(
                interaction(operation, description, state, request, answer(200, answer, rules)), EXAMPLE_KEY, use);
    }

    /** An interaction whose request carries a key that no gateway takes. */
    static ClientInteraction refused(
            Operation<?, ?> operation, String state, ContractExample answer, Consumer<LinkageClient> use) {
        String wrongKey = "wrong-key";
        return new ClientInteraction(
                interaction(
                        operation,
                        "a wrong key is refused",
                        state,
                        request(operation, wrongKey),
                        answer(401, answer, answer.rules())),
                wrongKey,
                use);
    }

    /** The same, marked as something that consumers hope for, but do not rely on. */
    ClientInteraction pending() {
        pact.setPending(true);
        return this;
    }

    private static V4Interaction.SynchronousHttp interaction(
            Operation<?, ?> operation, String description, String state, HttpRequest request, HttpResponse answer) {
        return new V4Interaction.SynchronousHttp(
                operation.operationId() + ": " + description, List.of(new ProviderState(state)), request, answer);
    }

    private static HttpRequest request(Operation<?, ?> operation, String apiKey) {
        ObjectMapper mapper = new ObjectMapper();
        // Through the client's record: its members and their order are what the client sends.
        Object record = mapper.convertValue(ContractExample.person(), operation.requestType());
        Generators generators = new Generators();
        new TreeMap<>(OF_THE_SUBJECT)
                .forEach((path, name) -> generators.addGenerator(Category.BODY, path, fromState(name)));
        Map<String, List<String>> headers = contentType(JSON.toString());
        headers.put(ServiceLinkageApi.API_KEY_HEADER, List.of(apiKey));
        return new HttpRequest(
                operation.method(),
                operation.path(),
                new LinkedHashMap<>(),
                headers,
                body(mapper.valueToTree(record)),
                new MatchingRulesImpl(),
                generators);
    }

    private static HttpResponse answer(int status, ContractExample answer, MatchingRuleCategory rules) {
        MatchingRules matchingRules = new MatchingRulesImpl();
        matchingRules.addCategory(rules);
        // Compared without case, and with any charset.
        return new HttpResponse(
                status, contentType("application/json"), body(answer.value()), matchingRules, new Generators());
    }

    private static Map<String, List<String>> contentType(String mediaType) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        headers.put("Content-Type", List.of(mediaType));
        return headers;
    }

    private static OptionalBody body(JsonNode value) {
        try {
            return OptionalBody.body(
                    new ObjectMapper().writeValueAsString(value).getBytes(StandardCharsets.UTF_8), JSON);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

package io.github.servicelinkage.conformance.pact;

import au.com.dius.pact.core.matchers.ResponseMatching;
import au.com.dius.pact.core.matchers.generators.ArrayContainsJsonGenerator;
import au.com.dius.pact.core.matchers.generators.DefaultResponseGenerator;
import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.HttpResponse;
import au.com.dius.pact.core.model.IRequest;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.ProviderState;
import au.com.dius.pact.core.model.Response;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.generators.GeneratorTestMode;
import au.com.dius.pact.core.support.json.JsonException;
import io.github.servicelinkage.client.api.ServiceLinkageApi;
import io.github.servicelinkage.conformance.pact.PactOutcome.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Sends the request of one interaction in the state that it names, and compares the answer. */
record InteractionCheck(
        GatewayConnection gateway, String apiKey, Map<String, Map<String, Object>> states, Redaction redaction) {

    private static final int UNAUTHORIZED = 401;

    /** More differences than these explain nothing. */
    private static final int SHOWN = 3;

    /** Without a charset Pact would take that of the platform, which may know no Hangul. */
    private static final ContentType JSON = ContentType.fromString("application/json; charset=UTF-8");

    PactOutcome judge(V4Pact pact, V4Interaction interaction) {
        Kind kind;
        String detail;
        try {
            List<String> differences = differences(pact, interaction);
            detail = differences.stream().limit(SHOWN).collect(Collectors.joining("; "));
            kind = differences.isEmpty() ? Kind.HELD : interaction.getPending() ? Kind.SKIPPED : Kind.BROKEN;
            detail = kind == Kind.SKIPPED ? "pending, and did not hold: " + detail : detail;
        } catch (StateValues.Missing missing) {
            kind = Kind.SKIPPED;
            detail = missing.getMessage();
        } catch (PactException noAnswer) {
            kind = Kind.ERROR;
            detail = noAnswer.getMessage();
        } catch (RuntimeException | LinkageError unusable) {
            // A plugin, or a body that is no JSON. What it says may quote a body, so only its kind is told.
            kind = Kind.ERROR;
            detail = "Pact cannot compare this interaction ("
                    + unusable.getClass().getSimpleName()
                    + "); check that it needs no plugin and has only JSON bodies.";
        }
        String state = interaction.getProviderStates().stream()
                .map(ProviderState::getName)
                .collect(Collectors.joining(", "));
        return new PactOutcome(
                pact.getConsumer().getName(), interaction.getDescription(), state, kind, redaction.apply(detail));
    }

    private List<String> differences(V4Pact pact, V4Interaction interaction) {
        if (!(interaction instanceof V4Interaction.SynchronousHttp http)) {
            throw new PactException("The interaction is a message; only HTTP interactions can be verified.");
        }
        Map<String, Object> context = new HashMap<>();
        context.put("providerState", StateValues.of(apiKey, states, interaction.getProviderStates()));
        context.put("ArrayContainsJsonGenerator", ArrayContainsJsonGenerator.INSTANCE);

        V4Interaction.SynchronousHttp expected = expected(http, context);
        Response answer = answer(gateway.send(request(http, context)));
        try {
            return ResponseMatching.responseMismatches(pact, expected, answer).stream()
                    .map(Difference::describe)
                    .distinct()
                    .toList();
        } catch (JsonException noJson) {
            return List.of(
                    "status " + answer.getStatus() + ", and the body is not the JSON that its Content-Type says");
        }
    }

    private IRequest request(V4Interaction.SynchronousHttp interaction, Map<String, Object> context) {
        IRequest request = interaction.getRequest().generatedRequest(context, GeneratorTestMode.Provider);
        // Who expects to be refused brings a key of its own, or none.
        if (interaction.getResponse().getStatus() != UNAUTHORIZED) {
            request.getHeaders().keySet().removeIf(ServiceLinkageApi.API_KEY_HEADER::equalsIgnoreCase);
            request.getHeaders().put(ServiceLinkageApi.API_KEY_HEADER, List.of(apiKey));
        }
        return request;
    }

    private V4Interaction.SynchronousHttp expected(
            V4Interaction.SynchronousHttp interaction, Map<String, Object> context) {
        HttpResponse response = (HttpResponse) DefaultResponseGenerator.INSTANCE.generateResponse(
                interaction.getResponse(), context, GeneratorTestMode.Provider, List.of(), Map.of());
        if (response.getBody().getContentType().isJson()) {
            response.setBody(OptionalBody.body(response.getBody().orEmpty(), JSON));
        }
        return new V4Interaction.SynchronousHttp(
                interaction.getDescription(), interaction.getProviderStates(), interaction.getRequest(), response);
    }

    private static Response answer(java.net.http.HttpResponse<byte[]> received) {
        ContentType declared = received.headers()
                .firstValue("Content-Type")
                .map(ContentType::fromString)
                .orElse(ContentType.getTEXT_PLAIN());
        return new Response(
                received.statusCode(),
                new HashMap<>(received.headers().map()),
                OptionalBody.body(received.body(), declared.isJson() ? JSON : declared));
    }
}

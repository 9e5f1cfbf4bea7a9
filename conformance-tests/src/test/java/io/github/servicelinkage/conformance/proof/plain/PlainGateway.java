package io.github.servicelinkage.conformance.proof.plain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.servicelinkage.conformance.proof.Proof;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A gateway for both operations: judges a request step by step, and looks the person up. */
final class PlainGateway implements Proof.Gateway {
    private static final String BASE = "/v1/common/member";

    private final PlainRules rules;
    private final String key;
    private final AtomicLong requests = new AtomicLong();
    private final PlainServer server;

    private PlainGateway(PlainRules rules, String key) throws IOException {
        this.rules = rules;
        this.key = key;
        this.server = PlainServer.start(BASE, rules.around.apply(this::handle));
    }

    /** Starts one whose rules were changed. */
    static PlainGateway start(String key, Consumer<PlainRules> change) throws IOException {
        PlainRules rules = new PlainRules();
        change.accept(rules);
        return new PlainGateway(rules, key);
    }

    @Override
    public URI url() {
        return server.url();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    /** What is known of a request so far. */
    private static final class Judged {
        private PlainOperation operation = PlainOperation.REGISTRATION;
        private JsonNode json = MissingNode.getInstance();
    }

    private PlainResponse handle(PlainRequest request) {
        return response(request).withHeader("x-request-number", String.valueOf(requests.incrementAndGet()));
    }

    private PlainResponse response(PlainRequest request) {
        Judged judged = new Judged();
        try {
            for (PlainStep step : rules.order) {
                if (!rules.skipped.getOrDefault(step, any -> false).test(request)) {
                    PlainResponse refusal = refusal(step, request, judged);
                    if (refusal != null) {
                        return refusal;
                    }
                }
            }
            return rules.respond.apply(PlainAsked.of(request, judged.operation, judged.json));
        } catch (RuntimeException e) {
            return PlainResponse.error(500, "The gateway has failed.");
        }
    }

    private @Nullable PlainResponse refusal(PlainStep step, PlainRequest request, Judged judged) {
        return switch (step) {
            case PATH -> {
                Optional<PlainOperation> operation = operation(request);
                judged.operation = operation.orElse(judged.operation);
                yield operation.isPresent() ? null : PlainResponse.error(404, "Nothing is here.");
            }
            case METHOD ->
                request.method().equals("POST")
                        ? null
                        : PlainResponse.error(405, "Send a POST.").withHeader("allow", "OPTIONS, POST");
            case KEY ->
                rules.knowsKey.test(request, key)
                        ? null
                        : PlainResponse.error(401, "Who are you?").withHeader("www-authenticate", "Key");
            case MEDIA_TYPE ->
                request.header("Content-Type").filter(rules.isJson).isPresent()
                        ? null
                        : PlainResponse.error(415, "Send JSON.");
            case SIZE -> PlainResponse.error(413, "That is too much.");
            case JSON -> read(request, judged) ? null : PlainResponse.error(400, "That is no JSON.");
            case MEMBERS ->
                rules.members(judged.operation).stream().allMatch(member -> member.isKeptBy(judged.json, rules.length))
                        ? null
                        : PlainResponse.error(400, 3003, "op-exco", "A member is missing or wrong.");
            case PARTNER ->
                rules.knowsPartner.test(PlainAsked.of(request, judged.operation, judged.json))
                        ? null
                        : PlainResponse.error(403, 2100, "op-auth", "Not your service.");
        };
    }

    private Optional<PlainOperation> operation(PlainRequest request) {
        String path = rules.path.apply(request);
        for (PlainOperation operation : PlainOperation.values()) {
            if (path.equals(BASE + operation.path())) {
                return Optional.of(operation);
            }
        }
        return Optional.empty();
    }

    private boolean read(PlainRequest request, Judged judged) {
        try {
            judged.json = rules.reader.read(rules.decoder.decode(request.body()));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}

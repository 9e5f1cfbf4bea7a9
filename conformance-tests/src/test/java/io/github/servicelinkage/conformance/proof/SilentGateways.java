package io.github.servicelinkage.conformance.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.servicelinkage.stub.api.ServiceLinkageApi;
import io.github.servicelinkage.stub.api.ServiceLinkageApi.ErrorResponse;
import io.github.servicelinkage.stub.exchange.Bytes;
import io.github.servicelinkage.stub.exchange.Headers;
import io.github.servicelinkage.stub.exchange.Interceptor;
import io.github.servicelinkage.stub.exchange.Request;
import io.github.servicelinkage.stub.exchange.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Gateways whose responses say nothing of some requirements. A check that passes there has passed without having seen anything.
 */
final class SilentGateways {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LIST = "vtAccList";
    private static final String CONSENT = "consent";
    private static final int CONTROLS = 2;

    /** No difference at all. */
    static final Interceptor PLAIN = (next, setup) -> next;

    /** Requirements that any response at all concerns, so that only silence says nothing of them. */
    static final Set<String> OF_EVERY_RESPONSE =
            Set.of("LNK-BEH-02", "LNK-BEH-05", "LNK-PRIV-03", "LNK-PRIV-05", "LNK-RES-04", "LNK-RES-05");

    private SilentGateways() {}

    /**
     * A gateway, and what it says nothing of.
     *
     * @param description what it does
     * @param around how it differs from the mock gateway
     * @param silent ids of requirements, or of checks where the other operation is judged
     */
    record Silent(String description, Interceptor around, Set<String> silent) {

        /** The checks that have nothing to see there. */
        List<String> checks(List<String> all) {
            return all.stream()
                    .filter(check -> silent.contains(check) || silent.contains(check.substring(0, check.indexOf('/'))))
                    .toList();
        }

        /** The requirements that have a check with nothing to see there. */
        Set<String> requirements() {
            return silent.stream().map(id -> id.replaceFirst("/.*", "")).collect(Collectors.toSet());
        }
    }

    /**
     * Every silent gateway.
     *
     * @param judged ids of all requirements that are judged
     * @param sending ids of those whose checks send requests of their own
     */
    static List<Silent> all(Set<String> judged, Set<String> sending) {
        return List.of(
                new Silent("refuses everything after the controls: the quota is used up", quotaUsedUp(), sending),
                new Silent(
                        "has no optional members",
                        successes(SilentGateways::withoutOptionalMembers),
                        Set.of(
                                "LNK-RES-08",
                                "LNK-RES-17",
                                "LNK-RES-18",
                                "LNK-RES-19",
                                "LNK-RES-27",
                                "LNK-BIZ-08",
                                "LNK-ERR-05",
                                "LNK-FLOW-01",
                                "LNK-FLOW-02",
                                "LNK-TLS-01",
                                "LNK-BEH-07")),
                new Silent(
                        "lists no accounts",
                        successes(body -> {
                            if (body.has(LIST)) {
                                body.putArray(LIST);
                            }
                        }),
                        Set.of(
                                "LNK-RES-12",
                                "LNK-RES-13",
                                "LNK-RES-14",
                                "LNK-RES-15",
                                "LNK-RES-16",
                                "LNK-RES-17",
                                "LNK-RES-18",
                                "LNK-RES-20",
                                "LNK-RES-24",
                                "LNK-RES-25",
                                "LNK-RES-26",
                                "LNK-RES-27",
                                "LNK-BIZ-07")),
                new Silent(
                        "knows no members",
                        successes(body -> {
                            if (body.has("result")) {
                                body.put("result", "nonMember");
                            }
                        }),
                        Set.of("LNK-RES-09")),
                new Silent("has members only", onlyMembers(), Set.of("LNK-RES-23")),
                new Silent("gives no errors", noErrors(), errorsOnly(judged)),
                new Silent("has not deployed the account look-up", notFound(SilentGateways::isConsent), of(CONSENT)),
                new Silent(
                        "has not deployed the membership look-up",
                        notFound(request -> !isConsent(request)),
                        of("registration")));
    }

    private static boolean isConsent(Request request) {
        return request.path().contains(CONSENT);
    }

    /** Of an operation that is not there, no success can be judged. */
    private static Set<String> of(String noun) {
        String operation = ServiceLinkageApi.ROUTES.stream()
                .map(route -> route.operationId())
                .filter(id -> id.equalsIgnoreCase("search" + noun))
                .findFirst()
                .orElseThrow();
        Set<String> checks = new TreeSet<>();
        List.of("RES-01", "RES-02", "RES-03", "RES-21", "RES-22", "RES-28", "PRIV-08", "HTTP-05")
                .forEach(id -> checks.add("LNK-" + id + "/" + operation));
        (noun.equals(CONSENT) ? List.of("RES-10", "RES-11") : List.of("RES-06", "RES-07"))
                .forEach(id -> checks.add("LNK-" + id + "/" + operation));
        return checks;
    }

    private static Set<String> errorsOnly(Set<String> judged) {
        Set<String> ids = new TreeSet<>(Set.of(
                "LNK-AUTH-13",
                "LNK-AUTH-14",
                "LNK-HTTP-02",
                "LNK-PRIV-01",
                "LNK-PRIV-02",
                "LNK-PRIV-04",
                "LNK-PRIV-06"));
        judged.stream().filter(id -> id.startsWith("LNK-ERR-")).forEach(ids::add);
        return ids;
    }

    private static Interceptor quotaUsedUp() {
        return (next, setup) -> {
            AtomicInteger served = new AtomicInteger();
            return request -> served.incrementAndGet() <= CONTROLS
                    ? next.handle(request)
                    : Response.error(ErrorResponse.RATE_LIMIT_EXCEEDED)
                            .withoutHeader(ServiceLinkageApi.RETRY_AFTER)
                            .withHeader(ServiceLinkageApi.X_RATE_LIMIT_REMAINING_DAY, "0");
        };
    }

    private static Interceptor noErrors() {
        return (next, setup) -> request -> {
            Response response = next.handle(request);
            return response.status() < 400
                    ? response
                    : new Response(
                            200,
                            Headers.NONE.with("Content-Type", "application/json"),
                            Bytes.of("{\"at\":" + System.identityHashCode(request) + "}"));
        };
    }

    private static Interceptor notFound(Predicate<Request> which) {
        return (next, setup) ->
                request -> which.test(request) ? Response.error(ErrorResponse.NOT_FOUND) : next.handle(request);
    }

    private static Interceptor onlyMembers() {
        return (next, setup) -> request -> {
            Response response = next.handle(request);
            return response.status() == 200
                            && json(response).path("result").asText().equals("nonMember")
                    ? Response.error(ErrorResponse.NOT_FOUND)
                    : response;
        };
    }

    private static Interceptor successes(Consumer<ObjectNode> change) {
        return (next, setup) -> request -> {
            Response response = next.handle(request);
            if (!(json(response) instanceof ObjectNode body)) {
                return response;
            }
            change.accept(body);
            return response.withBody(Bytes.of(body.toString()));
        };
    }

    private static void withoutOptionalMembers(ObjectNode body) {
        body.remove(List.of("commonTermsExpireDate", "serviceTermsExpireDate", "description"));
        body.path(LIST).forEach(account -> ((ObjectNode) account).remove(List.of("vtAccAlias", "endpoint")));
    }

    private static JsonNode json(Response response) {
        try {
            return JSON.readTree(response.body().array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

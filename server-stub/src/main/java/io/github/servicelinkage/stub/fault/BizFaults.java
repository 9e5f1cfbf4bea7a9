package io.github.servicelinkage.stub.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.servicelinkage.stub.api.ServiceLinkageApi;
import io.github.servicelinkage.stub.exchange.Bytes;
import io.github.servicelinkage.stub.exchange.Handler;
import io.github.servicelinkage.stub.exchange.Interceptor;
import io.github.servicelinkage.stub.exchange.Request;
import io.github.servicelinkage.stub.exchange.Response;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** Clause families D8 and D9: whether the response is about the right person. */
final class BizFaults {
    private static final String LIST = "vtAccList";
    private static final String REGISTRATION = "/register/search";

    private BizFaults() {}

    static List<Fault> faults() {
        return List.of(
                new Fault(
                        "answers-nonMember-to-everybody",
                        "LNK-BIZ-01",
                        "Everybody is answered with nonMember.",
                        Rewrite.successJson(Json.text("result", result -> "nonMember"))),
                new Fault(
                        "answers-nonMember-without-accounts",
                        "LNK-BIZ-01",
                        "A member without accounts is answered with nonMember.",
                        registration(
                                (next, request) -> accounts(next, request).isEmpty(),
                                response -> response.put("result", "nonMember"))),
                new Fault(
                        "answers-member-to-everybody",
                        "LNK-BIZ-02",
                        "Everybody is answered with member.",
                        Rewrite.successJson(response -> {
                            if (response.has("result")) {
                                response.put("result", "member").put("commonTermsExpireDate", "20301231");
                            }
                        })),
                accounts("leaves-out-last-account", "The last of several accounts is left out.", list -> {
                    if (list.size() > 1) {
                        list.remove(list.size() - 1);
                    }
                }),
                accounts("lists-an-account-twice", "The first account is listed twice.", list -> {
                    if (!list.isEmpty()) {
                        list.add(list.get(0).deepCopy());
                    }
                }),
                accounts("lists-a-foreign-account", "Another person's account is listed besides.", list -> {
                    if (!list.isEmpty()) {
                        list.add(foreign(list.get(0)));
                    }
                }),
                new Fault("lists-no-accounts", "LNK-BIZ-03", "Nobody has an account.", Rewrite.successJson(response -> {
                    if (response.has(LIST)) {
                        response.putArray(LIST);
                    }
                })),
                new Fault(
                        "lists-example-account-for-members-without",
                        "LNK-BIZ-04",
                        "A member without accounts is answered with the accounts of the document's example.",
                        withoutAccounts(true, (next, request) -> next.handle(example(request)))),
                new Fault(
                        "lists-example-account-for-non-members",
                        "LNK-BIZ-05",
                        "Somebody who is not a member is answered with the accounts of the document's example.",
                        withoutAccounts(false, (next, request) -> next.handle(example(request)))));
    }

    private static Fault accounts(String name, String description, Consumer<ArrayNode> change) {
        return new Fault(name, "LNK-BIZ-03", description, Rewrite.successJson(response -> {
            if (response.path(LIST) instanceof ArrayNode list) {
                change.accept(list);
            }
        }));
    }

    private static JsonNode foreign(JsonNode account) {
        ObjectNode other = account.deepCopy();
        String number = account.path("vtAccNo").asText();
        return other.put("vtAccNo", new StringBuilder(number).reverse().toString());
    }

    private static Interceptor registration(BiFunction<Handler, Request, Boolean> which, Consumer<ObjectNode> change) {
        return (next, setup) -> request -> {
            Response response = next.handle(request);
            return response.status() == 200 && request.path().endsWith(REGISTRATION) && which.apply(next, request)
                    ? response.withBody(Json.changed(response.body(), change))
                    : response;
        };
    }

    /** Answers otherwise to a person whose list is empty, and who is a member or is not. */
    private static Interceptor withoutAccounts(boolean member, BiFunction<Handler, Request, Response> other) {
        return (next, setup) -> request -> {
            Response response = next.handle(request);
            boolean empty = response.status() == 200
                    && Json.object(response.body())
                            .filter(body -> body.has(LIST) && body.path(LIST).isEmpty())
                            .isPresent();
            return empty && isMember(next, request) == member ? other.apply(next, request) : response;
        };
    }

    static boolean isMember(Handler next, Request request) {
        Response response = next.handle(to(request, REGISTRATION));
        return Json.text(response.body(), "/result").equals("member");
    }

    private static JsonNode accounts(Handler next, Request request) {
        Response response = next.handle(to(request, "/consent/search"));
        return Json.object(response.body()).map(body -> body.path(LIST)).orElseThrow();
    }

    private static Request to(Request request, String path) {
        return request.withPath(ServiceLinkageApi.BASE_PATH + path);
    }

    private static Request example(Request request) {
        return request.withBody(Bytes.of(ServiceLinkageApi.PERSON_REQUEST));
    }
}

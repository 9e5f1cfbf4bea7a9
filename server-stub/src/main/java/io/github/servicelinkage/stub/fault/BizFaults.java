package io.github.servicelinkage.stub.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.servicelinkage.stub.api.ServiceLinkageApi;
import io.github.servicelinkage.stub.contract.Routes;
import io.github.servicelinkage.stub.exchange.Bytes;
import io.github.servicelinkage.stub.exchange.Handler;
import io.github.servicelinkage.stub.exchange.Interceptor;
import io.github.servicelinkage.stub.exchange.Request;
import io.github.servicelinkage.stub.exchange.Response;
import io.github.servicelinkage.stub.message.Text;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** BIZ: whether the response is about the right person. */
final class BizFaults {
    private static final String LIST = "vtAccList";

    private BizFaults() {}

    static List<Fault> faults() {
        return List.of(
                new Fault(
                        "answers-nonMember-to-everybody",
                        "LNK-BIZ-01",
                        new Text("누구에게나 nonMember로 응답한다.", "The result is nonMember for everybody."),
                        Rewrite.successJson(Json.text("result", result -> "nonMember"))),
                new Fault(
                        "answers-nonMember-without-accounts",
                        "LNK-BIZ-01",
                        new Text(
                                "계좌 없는 회원에게 nonMember로 응답한다.",
                                "The result for a member without accounts is nonMember."),
                        registration(
                                (next, request) -> accounts(next, request).isEmpty(),
                                response -> response.put("result", "nonMember"))),
                new Fault(
                        "answers-member-to-everybody",
                        "LNK-BIZ-02",
                        new Text("누구에게나 member로 응답한다.", "The result is member for everybody."),
                        Rewrite.successJson(response -> {
                            if (response.path("result").asText().equals("nonMember")) {
                                response.put("result", "member").put("commonTermsExpireDate", "20301231");
                            }
                        })),
                accounts(
                        "leaves-out-last-account",
                        new Text("계좌가 여럿이면 마지막 계좌를 빠뜨린다.", "The last of several accounts is omitted."),
                        list -> {
                            if (list.size() > 1) {
                                list.remove(list.size() - 1);
                            }
                        }),
                accounts(
                        "lists-an-account-twice",
                        new Text("첫 계좌를 두 번 보낸다.", "The first account is listed twice."),
                        list -> {
                            if (!list.isEmpty()) {
                                list.add(list.get(0).deepCopy());
                            }
                        }),
                accounts(
                        "lists-a-foreign-account",
                        new Text("다른 사람의 계좌를 함께 보낸다.", "Another person's account is listed as well."),
                        list -> {
                            if (!list.isEmpty()) {
                                list.add(foreign(list.get(0)));
                            }
                        }),
                new Fault(
                        "lists-no-accounts",
                        "LNK-BIZ-03",
                        new Text("누구의 계좌도 보내지 않는다.", "No accounts are listed for anybody."),
                        Rewrite.successJson(response -> {
                            if (response.has(LIST)) {
                                response.putArray(LIST);
                            }
                        })),
                new Fault(
                                "lists-example-account-for-members-without",
                                "LNK-BIZ-04",
                                new Text(
                                        "계좌 없는 회원에게 문서 예시의 계좌를 보낸다.",
                                        "A member without accounts gets the accounts of the document's example."),
                                withoutAccounts(true, (next, request) -> next.handle(example(request))))
                        .alsoBlaming("LNK-BIZ-10", "a member has no accounts at another service, either"),
                new Fault(
                        "lists-example-account-for-non-members",
                        "LNK-BIZ-05",
                        new Text("비회원에게 문서 예시의 계좌를 보낸다.", "A non-member gets the accounts of the document's example."),
                        withoutAccounts(false, (next, request) -> next.handle(example(request)))));
    }

    private static Fault accounts(String name, Text description, Consumer<ArrayNode> change) {
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
            return response.status() == 200
                            && Rewrite.isFor(RequestMember.REGISTRATION, request)
                            && which.apply(next, request)
                    ? response.withBody(Json.changed(response.body(), change))
                    : response;
        };
    }

    /** Responds differently for a member, or for a non-member, whose list is empty. */
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
        Response response = next.handle(request.withPath(Routes.path(RequestMember.REGISTRATION)));
        return Json.text(response.body(), "/result").equals("member");
    }

    static JsonNode accounts(Handler next, Request request) {
        Response response = next.handle(request.withPath(Routes.path(RequestMember.CONSENT)));
        return Json.object(response.body()).map(body -> body.path(LIST)).orElseThrow();
    }

    private static Request example(Request request) {
        return request.withBody(Bytes.of(ServiceLinkageApi.PERSON_REQUEST));
    }
}

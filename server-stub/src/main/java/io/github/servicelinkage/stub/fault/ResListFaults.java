package io.github.servicelinkage.stub.fault;

import static io.github.servicelinkage.stub.fault.Json.member;
import static io.github.servicelinkage.stub.fault.Json.renamed;
import static io.github.servicelinkage.stub.fault.Json.text;
import static io.github.servicelinkage.stub.fault.Json.without;
import static io.github.servicelinkage.stub.fault.ResFaults.responds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.servicelinkage.stub.message.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** RES: the list of accounts and its entries, in a successful response. */
final class ResListFaults {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String LIST = "vtAccList";

    private ResListFaults() {}

    static List<Fault> faults() {
        List<Fault> faults = new ArrayList<>(list());
        faults.addAll(accounts());
        return faults;
    }

    private static List<Fault> list() {
        return List.of(
                responds(
                        "omits-empty-vtAccList",
                        "LNK-RES-10",
                        new Text("빈 계좌 목록을 생략한다.", "An empty list of accounts is omitted."),
                        response -> {
                            if (response.path(LIST).isEmpty()) {
                                response.remove(LIST);
                            }
                        }),
                responds(
                        "answers-null-for-empty-vtAccList",
                        "LNK-RES-11",
                        new Text("빈 계좌 목록이 null이다.", "An empty list of accounts is null."),
                        member(LIST, list -> list.isEmpty() ? ResFaults.nothing(list) : list)),
                responds(
                        "answers-text-for-empty-vtAccList",
                        "LNK-RES-11",
                        new Text("빈 계좌 목록이 빈 문자열이다.", "An empty list of accounts is an empty string."),
                        member(LIST, list -> list.isEmpty() ? TextNode.valueOf("") : list)),
                responds(
                        "answers-single-account-without-array",
                        "LNK-RES-11",
                        new Text("계좌가 하나이면 배열 없이 객체로 보낸다.", "A single account is an object, not an array."),
                        member(LIST, list -> list.size() == 1 ? list.get(0) : list)),
                responds(
                        "answers-account-numbers-alone",
                        "LNK-RES-12",
                        new Text("목록에 객체가 아닌 계좌번호가 있다.", "The list holds account numbers, not objects."),
                        entries(account -> account.path("vtAccNo"))),
                responds(
                        "answers-accounts-in-arrays",
                        "LNK-RES-12",
                        new Text("계좌마다 배열로 감싼다.", "Each account is wrapped in an array."),
                        entries(account -> JSON.arrayNode().add(account))));
    }

    private static List<Fault> accounts() {
        return List.of(
                account(
                        "omits-comId",
                        "LNK-RES-13",
                        new Text("계좌에 comId가 없다.", "An account has no comId."),
                        without("comId")),
                account(
                        "answers-null-for-comId",
                        "LNK-RES-22",
                        new Text("comId가 null이다.", "comId is null."),
                        member("comId", ResFaults::nothing)),
                account(
                        "answers-comId-with-leading-space",
                        "LNK-RES-14",
                        new Text("comId 앞에 공백이 있어 최대 길이를 넘는다.", "comId has a leading space, which makes it too long."),
                        text("comId", id -> " " + id)),
                account(
                        "answers-comId-as-number",
                        "LNK-RES-14",
                        new Text("comId가 숫자이다.", "comId is a number."),
                        member("comId", id -> JSON.numberNode(id.asInt()))),
                account(
                        "omits-vtAccNo",
                        "LNK-RES-15",
                        new Text("계좌에 vtAccNo가 없다.", "An account has no vtAccNo."),
                        without("vtAccNo")),
                account(
                        "answers-null-for-vtAccNo",
                        "LNK-RES-22",
                        new Text("vtAccNo가 null이다.", "vtAccNo is null."),
                        member("vtAccNo", ResFaults::nothing)),
                account(
                        "answers-vtAccNo-with-hyphens",
                        "LNK-RES-16",
                        new Text(
                                "vtAccNo에 하이픈이 있어 최대 길이를 넘는다.",
                                "vtAccNo is written with hyphens, which makes it too long."),
                        text("vtAccNo", number -> number.replaceAll("(\\d{4})(?=\\d)", "$1-"))),
                account(
                        "answers-vtAccNo-as-number",
                        "LNK-RES-16",
                        new Text("vtAccNo가 숫자이다.", "vtAccNo is a number."),
                        member("vtAccNo", number -> JSON.numberNode(number.asLong()))),
                account(
                        "answers-long-vtAccAlias",
                        "LNK-RES-17",
                        new Text("vtAccAlias가 최대 길이를 넘는다.", "vtAccAlias is longer than allowed."),
                        text("vtAccAlias", alias -> alias.repeat(10))),
                account(
                        "answers-vtAccAlias-as-list",
                        "LNK-RES-17",
                        new Text("vtAccAlias가 배열이다.", "vtAccAlias is an array."),
                        member("vtAccAlias", alias -> JSON.arrayNode().add(alias))),
                account(
                        "answers-null-for-vtAccAlias",
                        "LNK-RES-22",
                        new Text("vtAccAlias가 null이다.", "vtAccAlias is null."),
                        member("vtAccAlias", ResFaults::nothing)),
                account(
                        "answers-relative-endpoint",
                        "LNK-RES-18",
                        new Text("endpoint가 경로뿐이다.", "endpoint is a path only."),
                        text("endpoint", endpoint -> endpoint.replaceFirst("https://[^/]+", ""))),
                account(
                        "answers-endpoint-without-scheme",
                        "LNK-RES-18",
                        new Text("endpoint에 스킴이 없다.", "endpoint has no scheme."),
                        text("endpoint", endpoint -> endpoint.replaceFirst("https://", ""))),
                account(
                        "answers-empty-endpoint",
                        "LNK-RES-18",
                        new Text("endpoint가 비어 있다.", "endpoint is empty."),
                        text("endpoint", endpoint -> "")),
                account(
                        "answers-null-for-endpoint",
                        "LNK-RES-22",
                        new Text("endpoint가 null이다.", "endpoint is null."),
                        member("endpoint", ResFaults::nothing)),
                account(
                        "misspells-vtAccAlias",
                        "LNK-RES-21",
                        new Text("vtAccAlias를 vtAccAlais로 잘못 쓴다.", "vtAccAlias is misspelled as vtAccAlais."),
                        renamed("vtAccAlias", "vtAccAlais")),
                account(
                        "writes-endPoint",
                        "LNK-RES-21",
                        new Text("endpoint를 endPoint로 잘못 쓴다.", "endpoint is misspelled as endPoint."),
                        renamed("endpoint", "endPoint")));
    }

    static Fault account(String name, String requirement, Text description, Consumer<ObjectNode> change) {
        return responds(name, requirement, description, entries(account -> {
            change.accept((ObjectNode) account);
            return account;
        }));
    }

    /** Replaces every entry of the list. */
    private static Consumer<ObjectNode> entries(UnaryOperator<JsonNode> change) {
        return member(LIST, list -> {
            ArrayNode changed = JSON.arrayNode();
            list.forEach(entry -> changed.add(change.apply(entry)));
            return changed;
        });
    }
}

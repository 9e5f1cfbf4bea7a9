package io.github.servicelinkage.stub.fault;

import static io.github.servicelinkage.stub.fault.Json.member;
import static io.github.servicelinkage.stub.fault.Json.renamed;
import static io.github.servicelinkage.stub.fault.Json.text;
import static io.github.servicelinkage.stub.fault.Json.without;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Clause families D8 and D9: the members of a successful response, one by one. */
final class ResFaults {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String RESULT = "result";
    private static final String LIST = "vtAccList";

    private ResFaults() {}

    static List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        faults.addAll(result());
        faults.addAll(dates("commonTermsExpireDate", "LNK-RES-08", "LNK-RES-09"));
        faults.addAll(dates("serviceTermsExpireDate", "LNK-RES-19", "LNK-RES-20"));
        faults.addAll(list());
        faults.addAll(accounts());
        return faults;
    }

    private static List<Fault> result() {
        return List.of(
                answers("omits-result", "LNK-RES-06", "There is no result.", without(RESULT)),
                answers(
                        "answers-MEMBER-in-capitals",
                        "LNK-RES-07",
                        "The result is MEMBER or NONMEMBER.",
                        text(RESULT, text -> text.toUpperCase(Locale.ROOT))),
                answers(
                        "answers-Y-or-N",
                        "LNK-RES-07",
                        "The result is Y or N.",
                        text(RESULT, text -> text.equals("member") ? "Y" : "N")),
                answers(
                        "answers-non-member-with-hyphen",
                        "LNK-RES-07",
                        "The result for others than members is non-member.",
                        text(RESULT, text -> text.equals("member") ? text : "non-member")),
                answers(
                        "answers-true-or-false",
                        "LNK-RES-07",
                        "The result is true or false.",
                        member(RESULT, value -> JSON.booleanNode(value.asText().equals("member")))),
                answers(
                        "answers-null-for-result",
                        "LNK-RES-22",
                        "The result is null.",
                        member(RESULT, ResFaults::nothing)));
    }

    private static List<Fault> dates(String date, String format, String presence) {
        return List.of(
                answers(
                        "answers-%s-with-hyphens".formatted(date),
                        format,
                        "%s is written as yyyy-MM-dd.".formatted(date),
                        text(
                                date,
                                day -> "%s-%s-%s"
                                        .formatted(day.substring(0, 4), day.substring(4, 6), day.substring(6)))),
                answers(
                        "answers-%s-on-no-real-day".formatted(date),
                        format,
                        "%s is the 31st of November.".formatted(date),
                        text(date, day -> day.substring(0, 4) + "1131")),
                answers(
                        "answers-%s-in-29-February".formatted(date),
                        format,
                        "%s is the 29th of February of a year that has none.".formatted(date),
                        text(date, day -> "20190229")),
                answers(
                        "answers-%s-as-number".formatted(date),
                        format,
                        "%s is a number.".formatted(date),
                        member(date, day -> JSON.numberNode(day.asInt()))),
                answers(
                        "answers-empty-%s".formatted(date),
                        format,
                        "%s is empty.".formatted(date),
                        text(date, day -> "")),
                answers("omits-%s".formatted(date), presence, "There is no %s.".formatted(date), without(date)),
                answers(
                        "answers-null-for-%s".formatted(date),
                        "LNK-RES-22",
                        "%s is null.".formatted(date),
                        member(date, ResFaults::nothing)),
                answers(
                        "misspells-%s".formatted(date),
                        "LNK-RES-21",
                        "%s is written with Expired.".formatted(date),
                        renamed(date, date.replace("Expire", "Expired"))));
    }

    private static List<Fault> list() {
        return List.of(
                answers("omits-empty-vtAccList", "LNK-RES-10", "An empty list of accounts is left out.", response -> {
                    if (response.path(LIST).isEmpty()) {
                        response.remove(LIST);
                    }
                }),
                answers(
                        "answers-null-for-empty-vtAccList",
                        "LNK-RES-11",
                        "An empty list of accounts is null.",
                        member(LIST, list -> list.isEmpty() ? nothing(list) : list)),
                answers(
                        "answers-text-for-empty-vtAccList",
                        "LNK-RES-11",
                        "An empty list of accounts is an empty text.",
                        member(LIST, list -> list.isEmpty() ? TextNode.valueOf("") : list)),
                answers(
                        "answers-single-account-without-array",
                        "LNK-RES-11",
                        "A single account stands for itself, not in an array.",
                        member(LIST, list -> list.size() == 1 ? list.get(0) : list)),
                answers(
                        "answers-account-numbers-alone",
                        "LNK-RES-12",
                        "The list holds account numbers, not objects.",
                        entries(account -> account.path("vtAccNo"))),
                answers(
                        "answers-accounts-in-arrays",
                        "LNK-RES-12",
                        "Each account stands in an array of its own.",
                        entries(account -> JSON.arrayNode().add(account))));
    }

    private static List<Fault> accounts() {
        return List.of(
                account("omits-comId", "LNK-RES-13", "An account has no comId.", without("comId")),
                account("answers-null-for-comId", "LNK-RES-22", "comId is null.", member("comId", ResFaults::nothing)),
                account(
                        "answers-comId-with-leading-space",
                        "LNK-RES-14",
                        "comId has a space in front, which makes it too long.",
                        text("comId", id -> " " + id)),
                account(
                        "answers-comId-as-number",
                        "LNK-RES-14",
                        "comId is a number.",
                        member("comId", id -> JSON.numberNode(id.asInt()))),
                account("omits-vtAccNo", "LNK-RES-15", "An account has no vtAccNo.", without("vtAccNo")),
                account(
                        "answers-null-for-vtAccNo",
                        "LNK-RES-22",
                        "vtAccNo is null.",
                        member("vtAccNo", ResFaults::nothing)),
                account(
                        "answers-vtAccNo-with-hyphens",
                        "LNK-RES-16",
                        "vtAccNo is written with hyphens, which makes it too long.",
                        text("vtAccNo", number -> number.replaceAll("(\\d{4})(?=\\d)", "$1-"))),
                account(
                        "answers-vtAccNo-as-number",
                        "LNK-RES-16",
                        "vtAccNo is a number.",
                        member("vtAccNo", number -> JSON.numberNode(number.asLong()))),
                account(
                        "answers-long-vtAccAlias",
                        "LNK-RES-17",
                        "vtAccAlias is longer than allowed.",
                        text("vtAccAlias", alias -> alias.repeat(10))),
                account(
                        "answers-vtAccAlias-as-list",
                        "LNK-RES-17",
                        "vtAccAlias is a list.",
                        member("vtAccAlias", alias -> JSON.arrayNode().add(alias))),
                account(
                        "answers-null-for-vtAccAlias",
                        "LNK-RES-22",
                        "vtAccAlias is null.",
                        member("vtAccAlias", ResFaults::nothing)),
                account(
                        "answers-relative-endpoint",
                        "LNK-RES-18",
                        "endpoint is a path.",
                        text("endpoint", endpoint -> endpoint.replaceFirst("https://[^/]+", ""))),
                account(
                        "answers-endpoint-without-scheme",
                        "LNK-RES-18",
                        "endpoint has no scheme.",
                        text("endpoint", endpoint -> endpoint.replaceFirst("https://", ""))),
                account("answers-empty-endpoint", "LNK-RES-18", "endpoint is empty.", text("endpoint", endpoint -> "")),
                account(
                        "answers-null-for-endpoint",
                        "LNK-RES-22",
                        "endpoint is null.",
                        member("endpoint", ResFaults::nothing)),
                account(
                        "misspells-vtAccAlias",
                        "LNK-RES-21",
                        "vtAccAlias is written vtAccAlais.",
                        renamed("vtAccAlias", "vtAccAlais")),
                account(
                        "writes-endPoint",
                        "LNK-RES-21",
                        "endpoint is written endPoint.",
                        renamed("endpoint", "endPoint")));
    }

    private static Fault answers(String name, String requirement, String description, Consumer<ObjectNode> change) {
        return new Fault(name, requirement, description, Rewrite.successJson(change));
    }

    private static Fault account(String name, String requirement, String description, Consumer<ObjectNode> change) {
        return answers(name, requirement, description, entries(account -> {
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

    private static JsonNode nothing(JsonNode value) {
        return JSON.nullNode();
    }
}

package io.github.servicelinkage.stub.fault;

import static io.github.servicelinkage.stub.fault.Json.member;
import static io.github.servicelinkage.stub.fault.Json.renamed;
import static io.github.servicelinkage.stub.fault.Json.text;
import static io.github.servicelinkage.stub.fault.Json.without;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.servicelinkage.stub.message.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** RES: the members of a successful response, one by one; {@link ResListFaults} has those of the list of accounts. */
final class ResFaults {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String RESULT = "result";
    private static final String COMMON_DATE = "commonTermsExpireDate";

    private ResFaults() {}

    static List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        faults.addAll(result());
        faults.addAll(nonMembers());
        faults.addAll(dates(COMMON_DATE, "LNK-RES-08", "LNK-RES-09"));
        faults.addAll(dates("serviceTermsExpireDate", "LNK-RES-19", "LNK-RES-20"));
        return faults;
    }

    private static List<Fault> nonMembers() {
        return List.of(
                responds(
                        "nulls-date-of-non-member",
                        "LNK-RES-23",
                        new Text(
                                "비회원의 commonTermsExpireDate가 null이다.",
                                "commonTermsExpireDate of a non-member is null."),
                        ofNonMember(response -> response.putNull(COMMON_DATE))),
                responds(
                        "empties-date-of-non-member",
                        "LNK-RES-23",
                        new Text(
                                "비회원의 commonTermsExpireDate가 비어 있다.",
                                "commonTermsExpireDate of a non-member is empty."),
                        ofNonMember(response -> response.put(COMMON_DATE, ""))));
    }

    private static Consumer<ObjectNode> ofNonMember(Consumer<ObjectNode> change) {
        return response -> {
            if (response.path(RESULT).asText().equals("nonMember")) {
                change.accept(response);
            }
        };
    }

    private static List<Fault> result() {
        return List.of(
                responds("omits-result", "LNK-RES-06", new Text("result가 없다.", "There is no result."), without(RESULT)),
                responds(
                        "answers-MEMBER-in-capitals",
                        "LNK-RES-07",
                        new Text("result가 MEMBER 또는 NONMEMBER이다.", "The result is MEMBER or NONMEMBER."),
                        text(RESULT, text -> text.toUpperCase(Locale.ROOT))),
                responds(
                        "answers-Y-or-N",
                        "LNK-RES-07",
                        new Text("result가 Y 또는 N이다.", "The result is Y or N."),
                        text(RESULT, text -> text.equals("member") ? "Y" : "N")),
                responds(
                        "answers-non-member-with-hyphen",
                        "LNK-RES-07",
                        new Text(
                                "비회원의 result가 non-member이다.",
                                "The result for a non-member is non-member, with a hyphen."),
                        text(RESULT, text -> text.equals("member") ? text : "non-member")),
                responds(
                        "answers-true-or-false",
                        "LNK-RES-07",
                        new Text("result가 true 또는 false이다.", "The result is true or false."),
                        member(RESULT, value -> JSON.booleanNode(value.asText().equals("member")))),
                responds(
                        "answers-null-for-result",
                        "LNK-RES-22",
                        new Text("result가 null이다.", "The result is null."),
                        member(RESULT, ResFaults::nothing)));
    }

    private static List<Fault> dates(String date, String format, String presence) {
        return List.of(
                responds(
                        "answers-" + date + "-with-hyphens",
                        format,
                        new Text("%s 값을 yyyy-MM-dd 형식으로 쓴다.", "%s is written as yyyy-MM-dd.").with(date),
                        text(date, day -> day.substring(0, 4) + "-" + day.substring(4, 6) + "-" + day.substring(6))),
                responds(
                        "answers-" + date + "-on-no-real-day",
                        format,
                        new Text("%s 값이 11월 31일이다.", "%s is the 31st of November.").with(date),
                        text(date, day -> day.substring(0, 4) + "1131")),
                responds(
                        "answers-" + date + "-in-29-February",
                        format,
                        new Text("%s 값이 윤년이 아닌 해의 2월 29일이다.", "%s is the 29th of February of a year that has none.")
                                .with(date),
                        text(date, day -> "20190229")),
                responds(
                        "answers-" + date + "-as-number",
                        format,
                        new Text("%s 값이 숫자이다.", "%s is a number.").with(date),
                        member(date, day -> JSON.numberNode(day.asInt()))),
                responds(
                        "answers-empty-" + date,
                        format,
                        new Text("%s 값이 비어 있다.", "%s is empty.").with(date),
                        text(date, day -> "")),
                responds(
                        "omits-" + date,
                        presence,
                        new Text("응답에 없는 항목: %s.", "There is no %s.").with(date),
                        without(date)),
                responds(
                        "answers-null-for-" + date,
                        "LNK-RES-22",
                        new Text("%s 값이 null이다.", "%s is null.").with(date),
                        member(date, ResFaults::nothing)),
                responds(
                        "misspells-" + date,
                        "LNK-RES-21",
                        new Text("%s 이름을 Expired로 잘못 쓴다.", "%s is misspelled with Expired.").with(date),
                        renamed(date, date.replace("Expire", "Expired"))));
    }

    static Fault responds(String name, String requirement, Text description, Consumer<ObjectNode> change) {
        return new Fault(name, requirement, description, Rewrite.successJson(change));
    }

    static JsonNode nothing(JsonNode value) {
        return JSON.nullNode();
    }
}

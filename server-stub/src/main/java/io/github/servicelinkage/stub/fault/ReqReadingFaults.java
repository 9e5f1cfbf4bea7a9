package io.github.servicelinkage.stub.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.servicelinkage.stub.api.ServiceLinkageApi.ErrorResponse;
import io.github.servicelinkage.stub.exchange.Interceptor;
import io.github.servicelinkage.stub.message.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** REQ: how names, repeated members, unused values and free text of a request are read. */
final class ReqReadingFaults {
    private static final Set<String> NAMES =
            RequestMember.all().stream().map(RequestMember::name).collect(Collectors.toUnmodifiableSet());

    private ReqReadingFaults() {}

    static List<Fault> faults() {
        return List.of(
                new Fault(
                        "looks-at-reqIdPlatform",
                        "LNK-REQ-11",
                        new Text(
                                "reqIdPlatform이 있으면 모르는 사람처럼 응답한다.",
                                "With a reqIdPlatform the response is that for an unknown person."),
                        forgets(request ->
                                request.at("/commonHeader/reqIdPlatform").isTextual())),
                new Fault(
                        "looks-at-unknown-members",
                        "LNK-REQ-14",
                        new Text(
                                "계약에 없는 항목이 있으면 모르는 사람처럼 응답한다.",
                                "With an unknown member the response is that for an unknown person."),
                        forgets(request -> ReqFaults.hasUnknown(request, value -> true))),
                new Fault(
                        "fails-on-repeated-member",
                        "LNK-REQ-15",
                        new Text("같은 항목이 두 번 있는 본문에 500으로 응답한다.", "The response to a duplicate member is 500."),
                        Rewrite.fail(
                                request -> Json.lastOfRepeated(request.body()).isPresent(),
                                ErrorResponse.INTERNAL_SERVER_ERROR)),
                freeText("fails-on-apostrophe", "'", new Text("작은따옴표", "an apostrophe"), ErrorResponse.UNKNOWN_ERROR),
                freeText(
                        "fails-on-backslash",
                        "\\",
                        new Text("역슬래시", "a backslash"),
                        ErrorResponse.INTERNAL_SERVER_ERROR),
                freeText(
                        "refuses-quotation-mark",
                        "\"",
                        new Text("큰따옴표", "a quotation mark"),
                        ErrorResponse.BAD_REQUEST),
                freeText("refuses-line-break", "\n", new Text("줄바꿈", "a line break"), ErrorResponse.BAD_REQUEST),
                freeText("refuses-percent-sign", "%", new Text("퍼센트 기호", "a percent sign"), ErrorResponse.BAD_REQUEST),
                freeText("refuses-ampersand", "&", new Text("앰퍼샌드", "an ampersand"), ErrorResponse.BAD_REQUEST),
                freeText(
                        "refuses-less-than-sign",
                        "<",
                        new Text("왼쪽 홑화살괄호", "a less-than sign"),
                        ErrorResponse.BAD_REQUEST),
                new Fault(
                        "reads-member-names-in-any-case",
                        "LNK-REQ-17",
                        new Text("항목 이름의 대소문자를 구분하지 않는다.", "Names of members are compared without case."),
                        Rewrite.acceptJson(ReqReadingFaults::rename)));
    }

    private static Fault freeText(String name, String character, Text what, ErrorResponse error) {
        return new Fault(
                name,
                "LNK-REQ-16",
                new Text("%s 문자가 있는 reqIdConsumer에 %s로 응답한다.", "The response to a reqIdConsumer with %s is %s.")
                        .with(what, error.status()),
                Rewrite.refuse(
                        request -> Json.text(request.body(), "/commonHeader/reqIdConsumer")
                                .contains(character),
                        error));
    }

    /** Responds to such requests as if the person were unknown. */
    private static Interceptor forgets(Predicate<ObjectNode> which) {
        return Rewrite.response((request, response) -> response.status() == 200
                        && Json.object(request.body()).filter(which).isPresent()
                ? response.withBody(Json.changed(response.body(), ReqReadingFaults::forget))
                : response);
    }

    private static void forget(ObjectNode response) {
        if (response.has("vtAccList")) {
            response.putArray("vtAccList");
        } else {
            response.put("result", "nonMember").remove("commonTermsExpireDate");
        }
    }

    /** Gives every member its documented name, unless that is there already. */
    private static void rename(ObjectNode object) {
        List<String> given = new ArrayList<>();
        object.fieldNames().forEachRemaining(given::add);
        for (String name : given) {
            NAMES.stream()
                    .filter(documented -> documented.equalsIgnoreCase(name) && !object.has(documented))
                    .forEach(documented -> object.set(documented, object.remove(name)));
        }
        object.forEach(value -> {
            if (value instanceof ObjectNode inner) {
                rename(inner);
            }
        });
    }
}

package io.github.servicelinkage.stub.fault;

import static io.github.servicelinkage.stub.fault.RequestMember.CONSENT;
import static io.github.servicelinkage.stub.fault.RequestMember.REGISTRATION;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.servicelinkage.stub.api.ServiceLinkageApi;
import io.github.servicelinkage.stub.exchange.Bytes;
import io.github.servicelinkage.stub.message.Text;
import java.util.ArrayList;
import java.util.List;

/** TYPE: coercion of a value from another type. */
final class TypeFaults {
    private TypeFaults() {}

    static List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        ServiceLinkageApi.ROUTES.forEach(route -> faults.add(new Fault(
                "unwraps-request-from-array-on-" + RequestMember.operation(route),
                "LNK-TYPE-01",
                new Text("요청 하나짜리 배열을 %s에서 수락한다.", "An array of one request is accepted on %s.").with(route.path()),
                Rewrite.on(route, Rewrite.accept(request -> {
                    String text = request.body().text().strip();
                    return text.startsWith("[") && text.endsWith("]")
                            ? request.withBody(Bytes.of(text.substring(1, text.length() - 1)))
                            : request;
                })))));
        RequestMember.each(CONSENT)
                .forEach(member -> faults.add(member.isText() ? readsNumber(member) : readsText(member)));
        RequestMember.each(REGISTRATION)
                .forEach(member -> faults.add(ReqFaults.onMember(
                        "unwraps-%s-from-array-on-%s",
                        member,
                        member.requirements().type(),
                        new Text(
                                "값 하나짜리 배열을 %s의 값으로 %s에서 수락한다.",
                                "An array of one value is accepted as the value of %s on %s."),
                        Rewrite.acceptJson(
                                member.change(value -> value.isArray() && value.size() == 1 ? value.get(0) : value)))));
        return faults;
    }

    private static Fault readsNumber(RequestMember member) {
        return ReqFaults.onMember(
                "reads-number-as-text-in-%s-on-%s",
                member,
                member.requirements().type(),
                new Text("%s의 숫자를 문자열로 바꾸어 %s에서 수락한다.", "A number in %s is accepted as a string on %s."),
                Rewrite.acceptJson(member.change(
                        value -> value.isNumber() ? TextNode.valueOf(member.known(value.asText())) : value)));
    }

    private static Fault readsText(RequestMember member) {
        return ReqFaults.onMember(
                "reads-text-as-object-in-%s-on-%s",
                member,
                member.requirements().type(),
                new Text(
                        "%s에 JSON을 담은 문자열을 객체로 %s에서 수락한다.",
                        "A string that holds JSON is accepted as the object in %s on %s."),
                Rewrite.acceptJson(member.change(TypeFaults::parsed)));
    }

    private static JsonNode parsed(JsonNode value) {
        return value.isTextual()
                ? Json.object(Bytes.of(value.textValue()))
                        .map(JsonNode.class::cast)
                        .orElse(value)
                : value;
    }
}

package io.github.servicelinkage.stub.fault;

import static io.github.servicelinkage.stub.fault.RequestMember.CONSENT;
import static io.github.servicelinkage.stub.fault.RequestMember.REGISTRATION;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.servicelinkage.stub.api.ServiceLinkageApi;
import io.github.servicelinkage.stub.exchange.Bytes;
import java.util.ArrayList;
import java.util.List;

/** Clause family D1: coercion of a value from another type. */
final class TypeFaults {
    private TypeFaults() {}

    static List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        ServiceLinkageApi.ROUTES.forEach(route -> faults.add(new Fault(
                "unwraps-request-from-array-on-" + RequestMember.operation(route),
                "LNK-TYPE-01",
                "An array of one request is taken for the request on " + route.path() + ".",
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
                        "An array of one value is taken for the value of %s on %s.",
                        Rewrite.acceptJson(
                                member.change(value -> value.isArray() && value.size() == 1 ? value.get(0) : value)))));
        return faults;
    }

    private static Fault readsNumber(RequestMember member) {
        return ReqFaults.onMember(
                "reads-number-as-text-in-%s-on-%s",
                member,
                member.requirements().type(),
                "A number in %s is taken for its digits on %s.",
                Rewrite.acceptJson(member.change(
                        value -> value.isNumber() ? TextNode.valueOf(member.known(value.asText())) : value)));
    }

    private static Fault readsText(RequestMember member) {
        return ReqFaults.onMember(
                "reads-text-as-object-in-%s-on-%s",
                member,
                member.requirements().type(),
                "A text that holds JSON is taken for the object in %s on %s.",
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

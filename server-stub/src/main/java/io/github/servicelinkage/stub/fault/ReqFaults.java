package io.github.servicelinkage.stub.fault;

import static io.github.servicelinkage.stub.fault.RequestMember.CONSENT;
import static io.github.servicelinkage.stub.fault.RequestMember.REGISTRATION;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.servicelinkage.stub.exchange.Interceptor;
import io.github.servicelinkage.stub.message.Text;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** REQ: which members of a request are required, optional or unknown. */
final class ReqFaults {
    private static final Set<String> DOCUMENTED = Set.copyOf(
            RequestMember.all().stream().map(RequestMember::name).distinct().toList());
    /** Longer than any documented string. */
    private static final int LONG = 100;

    private ReqFaults() {}

    static List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        RequestMember.each(REGISTRATION)
                .forEach(member -> faults.add(member.isRequired() ? acceptsMissing(member) : requires(member)));
        RequestMember.each(CONSENT)
                .forEach(member -> faults.add(onMember(
                        "accepts-null-for-%s-on-%s",
                        member,
                        member.isRequired() ? "LNK-REQ-12" : "LNK-REQ-13",
                        new Text("%s의 null을 %s에서 무시한다.", "A null in %s is ignored on %s."),
                        Rewrite.acceptJson(member.change(value -> value.isNull() ? member.example() : value)))));
        RequestMember.all().stream()
                .filter(member -> member.name().equals("reqIdPlatform"))
                .forEach(member -> {
                    faults.add(refuses(
                            "refuses-empty-%s-on-%s",
                            member, new Text("빈 %s 값을 %s에서 거부한다.", "An empty %s is rejected on %s."), String::isEmpty));
                    faults.add(refuses(
                            "refuses-long-%s-on-%s",
                            member,
                            new Text("긴 %s 값을 %s에서 거부한다.", "A long %s is rejected on %s."),
                            text -> text.length() > LONG));
                });
        faults.add(new Fault(
                "refuses-unknown-members",
                "LNK-REQ-14",
                new Text("계약에 없는 항목을 위치와 관계없이 거부한다.", "An unknown member is rejected, wherever it is."),
                Rewrite.refuseJson(request -> hasUnknown(request, value -> true))));
        faults.add(new Fault(
                "refuses-unknown-members-in-objects",
                "LNK-REQ-14",
                new Text(
                        "partner, commonHeader, body 안에 있는, 계약에 없는 항목을 거부한다.",
                        "An unknown member is rejected inside partner, commonHeader and body."),
                Rewrite.refuseJson(request -> {
                    for (JsonNode child : request) {
                        if (child instanceof ObjectNode object && hasUnknown(object, value -> true)) {
                            return true;
                        }
                    }
                    return false;
                })));
        faults.add(new Fault(
                "refuses-unknown-members-that-are-null",
                "LNK-REQ-14",
                new Text("계약에 없는 항목의 값이 null이면 거부한다.", "An unknown member is rejected if it is null."),
                Rewrite.refuseJson(request -> hasUnknown(request, JsonNode::isNull))));
        return faults;
    }

    private static Fault acceptsMissing(RequestMember member) {
        return onMember(
                "accepts-missing-%s-on-%s",
                member,
                member.requirements().presence(),
                new Text("%s 없는 요청을 %s에서 수락한다.", "A request without %s is accepted on %s."),
                Rewrite.acceptJson(member.change(value -> value.isMissingNode() ? member.example() : value)));
    }

    private static Fault requires(RequestMember member) {
        return onMember(
                "requires-%s-on-%s",
                member,
                member.requirements().presence(),
                new Text("%s 없는 요청을 %s에서 거부한다.", "A request without %s is rejected on %s."),
                Rewrite.refuseJson(request -> member.in(request).isMissingNode()));
    }

    private static Fault refuses(String name, RequestMember member, Text description, Predicate<String> which) {
        return onMember(
                name,
                member,
                "LNK-REQ-11",
                description,
                Rewrite.refuseJson(request -> member.in(request).isTextual()
                        && which.test(member.in(request).textValue())));
    }

    /** A fault about one member of one operation. */
    static Fault onMember(String name, RequestMember member, String requirement, Text description, Interceptor around) {
        return new Fault(
                String.format(Locale.ROOT, name, member.name(), member.operation()),
                requirement,
                description.with(member.dotted(), member.route().path()),
                Rewrite.on(member.route(), around));
    }

    static boolean hasUnknown(ObjectNode object, Predicate<JsonNode> which) {
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            JsonNode value = object.get(name);
            if (!DOCUMENTED.contains(name) && which.test(value)
                    || value instanceof ObjectNode inner && hasUnknown(inner, which)) {
                return true;
            }
        }
        return false;
    }
}

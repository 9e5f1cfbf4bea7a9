package io.github.servicelinkage.stub.fault;

import static io.github.servicelinkage.stub.fault.RequestMember.CONSENT;
import static io.github.servicelinkage.stub.fault.RequestMember.REGISTRATION;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.servicelinkage.stub.exchange.Interceptor;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Clause families D1 and D3: which members a request must have, may have, and may have besides. */
final class ReqFaults {
    private static final Set<String> DOCUMENTED = Set.copyOf(
            RequestMember.all().stream().map(RequestMember::name).distinct().toList());
    /** More than any documented text is long. */
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
                        "A null in %s is passed over on %s.",
                        Rewrite.acceptJson(member.change(value -> value.isNull() ? member.example() : value)))));
        RequestMember.all().stream()
                .filter(member -> member.name().equals("reqIdPlatform"))
                .forEach(member -> {
                    faults.add(refuses(
                            "refuses-empty-%s-on-%s", member, "An empty %s is refused on %s.", String::isEmpty));
                    faults.add(refuses(
                            "refuses-long-%s-on-%s",
                            member, "A long %s is refused on %s.", text -> text.length() > LONG));
                });
        faults.add(new Fault(
                "refuses-unknown-members",
                "LNK-REQ-14",
                "A member that the contract does not list is refused, wherever it stands.",
                Rewrite.refuseJson(request -> hasUnknown(request, value -> true))));
        faults.add(new Fault(
                "refuses-unknown-members-in-objects",
                "LNK-REQ-14",
                "A member that the contract does not list is refused inside partner, commonHeader and body.",
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
                "A member that the contract does not list is refused if it is null.",
                Rewrite.refuseJson(request -> hasUnknown(request, JsonNode::isNull))));
        return faults;
    }

    private static Fault acceptsMissing(RequestMember member) {
        return onMember(
                "accepts-missing-%s-on-%s",
                member,
                member.requirements().presence(),
                "A request without %s is answered on %s.",
                Rewrite.acceptJson(member.change(value -> value.isMissingNode() ? member.example() : value)));
    }

    private static Fault requires(RequestMember member) {
        Fault fault = onMember(
                "requires-%s-on-%s",
                member,
                member.requirements().presence(),
                "A request without %s is refused on %s.",
                Rewrite.refuseJson(request -> member.in(request).isMissingNode()));
        return member.isInExample()
                ? fault
                : fault.alsoBlaming("LNK-AUTH-01", "the document's example leaves the member out");
    }

    private static Fault refuses(String name, RequestMember member, String description, Predicate<String> which) {
        return onMember(
                name,
                member,
                "LNK-REQ-11",
                description,
                Rewrite.refuseJson(request -> member.in(request).isTextual()
                        && which.test(member.in(request).textValue())));
    }

    /** A fault about one member of one operation. */
    static Fault onMember(
            String name, RequestMember member, String requirement, String description, Interceptor around) {
        return new Fault(
                name.formatted(member.name(), member.operation()),
                requirement,
                description.formatted(member.dotted(), member.route().path()),
                Rewrite.on(member.route(), around));
    }

    private static boolean hasUnknown(ObjectNode object, Predicate<JsonNode> which) {
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

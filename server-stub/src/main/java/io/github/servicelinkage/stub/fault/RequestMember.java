package io.github.servicelinkage.stub.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.servicelinkage.stub.api.ServiceLinkageApi;
import io.github.servicelinkage.stub.api.ServiceLinkageApi.Route;
import io.github.servicelinkage.stub.exchange.Bytes;
import jakarta.validation.constraints.NotNull;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.hibernate.validator.constraints.CodePointLength;

/**
 * A member of a request, as the generated records and their annotations describe it; no limit is repeated here.
 *
 * @param route the operation
 * @param path names from the top of the body down to this member
 * @param component where the generated records declare it
 */
record RequestMember(Route<?, ?> route, List<String> path, RecordComponent component) {
    static final Route<?, ?> REGISTRATION = route("searchRegistration");
    static final Route<?, ?> CONSENT = route("searchConsent");

    private static final ObjectNode EXAMPLE =
            Json.object(Bytes.of(ServiceLinkageApi.PERSON_REQUEST)).orElseThrow();

    /** Every member of every operation, parents before children. */
    static List<RequestMember> all() {
        List<RequestMember> members = new ArrayList<>();
        ServiceLinkageApi.ROUTES.forEach(route -> collect(route, route.requestType(), List.of(), members));
        return members;
    }

    /** Every member once: of those that several operations share, the one of this operation. */
    static Collection<RequestMember> each(Route<?, ?> preferred) {
        Map<MemberRequirements, RequestMember> members = new LinkedHashMap<>();
        all().forEach(member -> members.merge(
                member.requirements(), member, (first, other) -> other.route == preferred ? other : first));
        return members.values();
    }

    private static void collect(Route<?, ?> route, Class<?> type, List<String> parent, List<RequestMember> members) {
        for (RecordComponent component : type.getRecordComponents()) {
            List<String> path = new ArrayList<>(parent);
            path.add(component.getName());
            members.add(new RequestMember(route, List.copyOf(path), component));
            if (component.getType().isRecord()) {
                collect(route, component.getType(), path, members);
            }
        }
    }

    /** Its own name. */
    String name() {
        return component.getName();
    }

    /** Its path with dots. */
    String dotted() {
        return String.join(".", path);
    }

    /** The operation in names of faults. */
    String operation() {
        return operation(route);
    }

    /** The operation of this id. */
    static Route<?, ?> route(String operationId) {
        return ServiceLinkageApi.ROUTES.stream()
                .filter(route -> route.operationId().equals(operationId))
                .findFirst()
                .orElseThrow();
    }

    /** An operation in names of faults. */
    static String operation(Route<?, ?> route) {
        return route.operationId().substring("search".length()).toLowerCase(Locale.ROOT);
    }

    /** The requirements of the catalogue that cover it. */
    MemberRequirements requirements() {
        return MemberRequirements.of(this);
    }

    /** Whether it is required. */
    boolean isRequired() {
        return component.getAccessor().isAnnotationPresent(NotNull.class);
    }

    /** Whether it is a string; otherwise it is an object. */
    boolean isText() {
        return component.getType() == String.class;
    }

    /** Its limits, if it has any. */
    Optional<CodePointLength> length() {
        return Optional.ofNullable(component.getAccessor().getAnnotation(CodePointLength.class));
    }

    /** Its maximum length in code points. */
    int max() {
        return length().orElseThrow().max();
    }

    /** Its value in a request; a missing node if absent. */
    JsonNode in(ObjectNode request) {
        return request.at("/" + String.join("/", path));
    }

    /** Whether the document's example has it. */
    boolean isInExample() {
        return !in(EXAMPLE).isMissingNode();
    }

    /** Its value in the document's example; any string for one that the example omits. */
    JsonNode example() {
        return isInExample() ? in(EXAMPLE).deepCopy() : EXAMPLE.textNode("x");
    }

    /** Replaces a corrected string: codes must have been issued, so the example's replaces every code. */
    String known(String text) {
        return path.get(0).equals("partner") ? example().textValue() : text;
    }

    /** Changes its value in a request, present or not; requests without its parent stay as they are. */
    Consumer<ObjectNode> change(UnaryOperator<JsonNode> change) {
        return request -> {
            String parent = String.join("/", path.subList(0, path.size() - 1));
            JsonNode object = parent.isEmpty() ? request : request.at("/" + parent);
            if (object instanceof ObjectNode node) {
                JsonNode changed = change.apply(node.path(name()));
                if (!changed.isMissingNode()) {
                    node.set(name(), changed);
                }
            }
        };
    }

    /** Changes its value in a request, if it is a string. */
    Consumer<ObjectNode> changeText(UnaryOperator<String> change) {
        return change(value -> value.isTextual() ? EXAMPLE.textNode(change.apply(value.textValue())) : value);
    }
}

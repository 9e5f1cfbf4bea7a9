package io.github.servicelinkage.conformance.proof.plain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What JSON libraries do to a request that was read, before anybody judges it. */
final class PlainTree {
    private static final Set<String> DOCUMENTED = Set.of(
            "partner", "comId", "srvId", "commonHeader", "reqIdPlatform", "reqIdConsumer", "ci", "body", "korName");

    private PlainTree() {}

    /** Changes a member that is there. */
    static PlainRules.Reading at(String pointer, UnaryOperator<JsonNode> change) {
        int slash = pointer.lastIndexOf('/');
        return root -> {
            JsonNode value = root.at(pointer);
            if (!value.isMissingNode() && root.at(pointer.substring(0, slash)) instanceof ObjectNode parent) {
                parent.set(pointer.substring(slash + 1), change.apply(value));
            }
            return root;
        };
    }

    /** Changes every object, those inside first. */
    static JsonNode eachObject(JsonNode node, Consumer<ObjectNode> change) {
        node.forEach(child -> eachObject(child, change));
        if (node instanceof ObjectNode object) {
            change.accept(object);
        }
        return node;
    }

    static void removeNulls(ObjectNode object) {
        names(object).stream().filter(name -> object.get(name).isNull()).forEach(object::remove);
    }

    static void inDocumentedCase(ObjectNode object) {
        for (String name : names(object)) {
            DOCUMENTED.stream()
                    .filter(documented -> documented.equalsIgnoreCase(name) && !documented.equals(name))
                    .forEach(documented -> object.set(documented, object.remove(name)));
        }
    }

    static boolean hasUnknownMembers(JsonNode node) {
        List<Boolean> unknown = new ArrayList<>();
        eachObject(node, object -> unknown.add(!DOCUMENTED.containsAll(names(object))));
        return unknown.contains(true);
    }

    static PlainRules.Reading refusing(Predicate<JsonNode> when) {
        return root -> {
            if (when.test(root)) {
                throw new IOException("refused");
            }
            return root;
        };
    }

    static PlainRules.Reading failing(Predicate<JsonNode> when) {
        return root -> {
            if (when.test(root)) {
                throw new IllegalStateException("failed");
            }
            return root;
        };
    }

    private static List<String> names(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}

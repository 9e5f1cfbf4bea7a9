package io.github.servicelinkage.conformance.pact;

import au.com.dius.pact.core.model.matchingrules.MatchingRuleCategory;
import au.com.dius.pact.core.model.matchingrules.MinTypeMatcher;
import au.com.dius.pact.core.model.matchingrules.RegexMatcher;
import au.com.dius.pact.core.model.matchingrules.TypeMatcher;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * An example of the contract, and the schema that it follows.
 *
 * @param value the example
 * @param schema the schema, or a reference to it
 */
record ContractExample(JsonNode value, JsonNode schema) {

    private static final JsonNode CONTRACT = contract();

    /** The document's example of a person. */
    static JsonNode person() {
        return CONTRACT.at("/components/examples/PersonRequest/value");
    }

    /** An example of the answer with status 200. */
    static ContractExample answer(String path, String method, String name) {
        JsonNode post = CONTRACT.get("paths").get(path).get(method.toLowerCase(Locale.ROOT));
        return of(post.at("/responses/200/content/application~1json"), name);
    }

    /** An example of an answer that both forms of an error allow: the short one. */
    static ContractExample unauthorized(String name) {
        JsonNode content = CONTRACT.at("/components/responses/Unauthorized/content/application~1json");
        return new ContractExample(of(content, name).value(), CONTRACT.at("/components/schemas/FrontError"));
    }

    private static ContractExample of(JsonNode content, String name) {
        return new ContractExample(content.get("examples").get(name).get("value"), content.get("schema"));
    }

    /** Leaves out what the contract does not require, except some members; of a list, keeps the first entry. */
    ContractExample onlyRequired(String... kept) {
        return new ContractExample(required(value.deepCopy(), schema, Set.of(kept)), schema);
    }

    private static JsonNode required(JsonNode value, JsonNode schemaOrReference, Set<String> kept) {
        JsonNode schema = resolve(schemaOrReference);
        if (value instanceof ObjectNode object) {
            Set<String> required = new HashSet<>(kept);
            schema.path("required").forEach(name -> required.add(name.asText()));
            object.retain(required);
            object.properties()
                    .forEach(member -> required(member.getValue(), schema.at("/properties/" + member.getKey()), kept));
        }
        if (value instanceof ArrayNode list) {
            while (list.size() > 1) {
                list.remove(1);
            }
            list.forEach(entry -> required(entry, schema.get("items"), kept));
        }
        return value;
    }

    /** Rules as loose as the contract: a pattern or a type, but the exact word where it lists the words. */
    MatchingRuleCategory rules() {
        MatchingRuleCategory rules = new MatchingRuleCategory("body");
        addRules(rules, "$", value, schema);
        return rules;
    }

    private static void addRules(MatchingRuleCategory rules, String path, JsonNode value, JsonNode reference) {
        JsonNode schema = resolve(reference);
        if (value.isObject()) {
            value.properties()
                    .forEach(member -> addRules(
                            rules,
                            path + "." + member.getKey(),
                            member.getValue(),
                            schema.at("/properties/" + member.getKey())));
        } else if (value.isArray()) {
            if (!value.isEmpty()) {
                rules.addRule(path, new MinTypeMatcher(1));
                addRules(rules, path + "[*]", value.get(0), schema.get("items"));
            }
        } else if (schema.has("pattern")) {
            rules.addRule(path, new RegexMatcher(schema.get("pattern").asText()));
        } else if (!schema.has("enum")) {
            rules.addRule(path, TypeMatcher.INSTANCE);
        }
    }

    private static JsonNode resolve(JsonNode schema) {
        return schema.has("$ref") ? CONTRACT.at(schema.get("$ref").asText().substring(1)) : schema;
    }

    private static JsonNode contract() {
        try (InputStream yaml = ContractExample.class.getResourceAsStream("/service-linkage/service-linkage.yaml")) {
            return new YAMLMapper().readTree(yaml);
        } catch (IOException unreadable) {
            throw new IllegalStateException("the contract cannot be read", unreadable);
        }
    }
}

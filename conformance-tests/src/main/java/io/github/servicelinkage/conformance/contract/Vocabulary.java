package io.github.servicelinkage.conformance.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/**
 * The names and values that the contract itself says, without anything personal. Immutable.
 *
 * @param members names of members
 * @param personal those of them whose values are personal
 * @param days those of them whose values are days
 * @param texts what members may hold or, by an example, hold: results, categories and messages of errors
 * @param numbers the same of members that hold numbers: codes of errors
 */
public record Vocabulary(
        Set<String> members, Set<String> personal, Set<String> days, Set<String> texts, Set<Integer> numbers) {

    /** A vocabulary. */
    public Vocabulary {
        members = Set.copyOf(members);
        personal = Set.copyOf(personal);
        days = Set.copyOf(days);
        texts = Set.copyOf(texts);
        numbers = Set.copyOf(numbers);
    }

    static Vocabulary of(JsonNode contract) {
        Vocabulary.Collected collected = new Collected();
        contract.at("/components/schemas")
                .forEach(schema -> schema.path("properties")
                        .properties()
                        .forEach(property -> collected.property(property.getKey(), property.getValue())));
        for (JsonNode part : contract.path("paths")) {
            collected.examples(part);
        }
        collected.examples(contract.at("/components/responses"));
        return new Vocabulary(
                collected.members, collected.personal, collected.days, collected.texts, collected.numbers);
    }

    private static final class Collected {
        private final Set<String> members = new HashSet<>();
        private final Set<String> personal = new HashSet<>();
        private final Set<String> days = new HashSet<>();
        private final Set<String> texts = new HashSet<>();
        private final Set<Integer> numbers = new HashSet<>();

        void property(String name, JsonNode schema) {
            members.add(name);
            if (schema.path(Member.PERSONAL).asBoolean()) {
                personal.add(name);
                return;
            }
            if (schema.path("format").asText().equals("yyyyMMdd")) {
                days.add(name);
            }
            value(name, schema.path("example"));
            schema.path("enum").forEach(value -> value(name, value));
        }

        void examples(JsonNode part) {
            part.findValues("examples")
                    .forEach(examples -> examples.forEach(example -> value("", example.path("value"))));
        }

        private void value(String name, JsonNode value) {
            if (value.isContainerNode()) {
                value.properties().stream()
                        .filter(member -> !personal.contains(member.getKey()))
                        .forEach(member -> value(member.getKey(), member.getValue()));
                value.elements().forEachRemaining(entry -> {
                    if (value.isArray()) {
                        value(name, entry);
                    }
                });
            } else if (value.isTextual()) {
                texts.add(value.asText());
            } else if (value.isInt()) {
                numbers.add(value.asInt());
            }
        }
    }
}

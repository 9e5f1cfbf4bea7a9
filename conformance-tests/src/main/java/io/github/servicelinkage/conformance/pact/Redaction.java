package io.github.servicelinkage.conformance.pact;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Replaces what belongs to a person, and the key, by placeholders. Details are free of it already; this makes sure. */
final class Redaction {

    /** Also account numbers of people whom the subjects file does not list. */
    private static final Pattern LONG_NUMBER = Pattern.compile("[0-9]{10,}");

    /** Company and service codes: they name no person, and would be found in every status and port. */
    private static final Pattern SHORT_CODE = Pattern.compile("\\p{ASCII}{0,5}");

    /** Longest first, so that no value is cut by another one that it contains. */
    private final Map<String, String> placeholders =
            new TreeMap<>(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    Redaction(String apiKey, Map<String, Map<String, Object>> states) {
        states.values().forEach(values -> values.forEach(this::hide));
        placeholders.put(apiKey, "<apikey>");
    }

    private void hide(String name, Object value) {
        if (value instanceof Collection<?> many) {
            many.forEach(one -> hide(name, one));
        } else if (!SHORT_CODE.matcher(value.toString()).matches()) {
            placeholders.put(value.toString(), "<" + name + ">");
        }
    }

    String apply(String text) {
        String shown = text;
        for (Map.Entry<String, String> hidden : placeholders.entrySet()) {
            shown = shown.replace(hidden.getKey(), hidden.getValue());
        }
        return LONG_NUMBER.matcher(shown).replaceAll("<digits>").replaceAll("\\s+", " ");
    }
}

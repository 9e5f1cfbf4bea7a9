package io.github.servicelinkage.conformance.pact;

import io.github.servicelinkage.conformance.subject.Subject;
import io.github.servicelinkage.conformance.subject.Subjects;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Replaces what belongs to a person, and the key, by placeholders. Details are free of it already; this makes sure. */
final class Redaction {

    /** Also account numbers of people whom the subjects file does not list. */
    private static final Pattern LONG_NUMBER = Pattern.compile("[0-9]{10,}");

    private final Map<String, String> placeholders = new LinkedHashMap<>();

    Redaction(String apiKey, Subjects subjects) {
        placeholders.put(apiKey, "<apikey>");
        for (Subject subject : subjects.subjects().values()) {
            placeholders.put(subject.ci(), "<ci>");
            subject.vtAccNos().forEach(number -> placeholders.put(number, "<vtAccNo>"));
            placeholders.put(subject.korName(), "<korName>");
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

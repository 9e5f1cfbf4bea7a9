package io.github.servicelinkage.conformance.evidence;

import io.github.servicelinkage.conformance.subject.Subject;
import io.github.servicelinkage.conformance.subject.Subjects;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Replaces the key and what belongs to the people of a run by placeholders, wherever it occurs. Of long values also parts are
 * replaced, since a page may break them over lines; and long runs of digits, which may be account numbers of people whom the
 * suite does not know. Thread-safe.
 */
public final class Placeholders {
    /** So many characters of a long value tell too much. */
    private static final int PART = 12;

    private static final Pattern LONG_NUMBER = Pattern.compile("[0-9]{10,}");

    private final Map<String, String> placeholders = new LinkedHashMap<>();
    private final Set<String> parts = new HashSet<>();
    private final Set<String> signs = new HashSet<>();

    /** Knows the key and the people of a run. */
    public Placeholders(String apiKey, Subjects subjects) {
        hide(apiKey, "<API_KEY>");
        for (Subject subject : subjects.subjects().values()) {
            hide(subject.ci(), "<ci>");
            subject.vtAccNos().forEach(number -> hide(number, "<vtAccNo>"));
            hide(subject.korName(), "<korName>");
        }
    }

    /** The placeholder of a value, if the value is hidden. */
    public Optional<String> placeholder(String value) {
        return Optional.ofNullable(placeholders.get(value));
    }

    /** A text in which every hidden value is a placeholder. */
    public String text(String text) {
        String redacted = name(text);
        if (redacted.length() >= PART && signs.stream().anyMatch(redacted::contains)) {
            redacted = withoutParts(redacted);
        }
        return LONG_NUMBER.matcher(redacted).replaceAll("<digits>");
    }

    /** The same for the name of a file, in which a long number is nobody's. */
    public String name(String name) {
        String redacted = name;
        for (Map.Entry<String, String> hidden : placeholders.entrySet()) {
            redacted = redacted.replace(hidden.getKey(), hidden.getValue());
        }
        return redacted;
    }

    private void hide(String value, String placeholder) {
        if (value.isBlank()) {
            return;
        }
        placeholders.put(value, placeholder);
        if (value.length() < 2 * PART) {
            return;
        }
        for (int start = 0; start + PART <= value.length(); start++) {
            String part = value.substring(start, start + PART);
            parts.add(part);
            if (start % PART == 0) {
                signs.add(part);
            }
        }
    }

    private String withoutParts(String text) {
        StringBuilder redacted = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end + PART <= text.length() && parts.contains(text.substring(end, end + PART))) {
                end++;
            }
            if (end == at) {
                redacted.append(text.charAt(at++));
            } else {
                redacted.append("<…>");
                at = end + PART - 1;
            }
        }
        return redacted.toString();
    }
}

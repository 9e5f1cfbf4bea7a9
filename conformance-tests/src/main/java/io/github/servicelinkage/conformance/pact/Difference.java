package io.github.servicelinkage.conformance.pact;

import au.com.dius.pact.core.matchers.BodyMismatch;
import au.com.dius.pact.core.matchers.BodyTypeMismatch;
import au.com.dius.pact.core.matchers.HeaderMismatch;
import au.com.dius.pact.core.matchers.Mismatch;
import au.com.dius.pact.core.matchers.StatusMismatch;
import au.com.dius.pact.core.support.json.JsonValue;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says where an answer differs, without repeating any value of the answer: those may be somebody's. Pact's own texts
 * quote both bodies.
 */
final class Difference {

    /** What Pact expects, at the end of its text; greedy, so that a value which reads like such a text is passed over. */
    private static final Pattern EXPECTATION = Pattern.compile(".* (to (?:be|match|have|contain) .*)", Pattern.DOTALL);

    private Difference() {}

    static String describe(Mismatch mismatch) {
        if (mismatch instanceof StatusMismatch status) {
            return "the status is " + status.getActual() + ", expected " + status.getExpected();
        }
        if (mismatch instanceof BodyTypeMismatch type) {
            return "the media type is " + type.getActual() + ", expected " + type.getExpected();
        }
        if (mismatch instanceof HeaderMismatch header) {
            return "the header field " + header.getHeaderKey()
                    + (header.getActual().isEmpty() ? " is missing" : " differs") + ", expected "
                    + header.getExpected();
        }
        if (mismatch instanceof BodyMismatch body) {
            return body.getPath() + ": " + body(body);
        }
        return "the " + mismatch.type().toLowerCase(Locale.ROOT) + " differs";
    }

    private static String body(BodyMismatch mismatch) {
        Object expected = mismatch.getExpected();
        Object actual = mismatch.getActual();
        Optional<Set<String>> wanted = names(expected);
        if (wanted.isPresent() && names(actual).isPresent()) {
            wanted.get().removeAll(names(actual).get());
            return "missing " + String.join(", ", wanted.get());
        }
        if (wanted.isPresent() && isList(actual)) {
            return "no entry is the expected one (" + String.join(", ", wanted.get()) + ")";
        }
        Matcher text = EXPECTATION.matcher(mismatch.getMismatch());
        String expectation = isList(expected) || wanted.isPresent() || !text.matches()
                ? "expected " + kind(expected)
                : "expected " + text.group(1);
        return expectation + ", but it is " + kind(actual) + hint(expected, actual);
    }

    private static Optional<Set<String>> names(@Nullable Object value) {
        if (value instanceof JsonValue.Object object) {
            return Optional.of(new TreeSet<>(object.getEntries().keySet()));
        }
        return value instanceof Map<?, ?> map
                ? Optional.of(map.keySet().stream().map(String::valueOf).collect(Collectors.toCollection(TreeSet::new)))
                : Optional.empty();
    }

    private static boolean isList(@Nullable Object value) {
        return value instanceof JsonValue.Array || value instanceof Collection;
    }

    private static String kind(@Nullable Object value) {
        if (value instanceof JsonValue.Array array) {
            return "a list of " + array.getValues().size();
        }
        if (value instanceof Collection<?> list) {
            return "a list of " + list.size();
        }
        if (names(value).isPresent()) {
            return "an object";
        }
        if (value instanceof JsonValue.StringValue string) {
            return "a string of "
                    + string.toString().codePointCount(0, string.toString().length()) + " characters";
        }
        return value instanceof JsonValue json ? "a JSON " + json.getName().toLowerCase(Locale.ROOT) : "nothing";
    }

    private static String hint(@Nullable Object expected, @Nullable Object actual) {
        return expected != null && actual != null && expected.toString().equalsIgnoreCase(actual.toString())
                ? " that differs only in upper and lower case"
                : "";
    }
}

package io.github.servicelinkage.conformance.pact;

import au.com.dius.pact.core.matchers.BodyMismatch;
import au.com.dius.pact.core.matchers.BodyTypeMismatch;
import au.com.dius.pact.core.matchers.HeaderMismatch;
import au.com.dius.pact.core.matchers.Mismatch;
import au.com.dius.pact.core.matchers.StatusMismatch;
import au.com.dius.pact.core.support.json.JsonValue;
import io.github.servicelinkage.conformance.message.Text;
import java.util.Collection;
import java.util.List;
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
 * Says where a response differs, without repeating any value of the response: those may be somebody's. Pact's own texts
 * quote both bodies.
 */
final class Difference {

    /** What Pact expects, at the end of its text; greedy, so that a value which reads like such a text is passed over. */
    private static final Pattern EXPECTATION = Pattern.compile(".* (to (?:be|match|have|contain) .*)", Pattern.DOTALL);

    /** Why Pact could not read a value, with the value. */
    private static final Pattern REASON = Pattern.compile(":? Unable to .*", Pattern.DOTALL);

    /** A value that is too short to be anybody's may stand in an expectation by chance. */
    private static final int SHORTEST_VALUE = 4;

    private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z]{1,20}/[a-z.+-]{1,40}");

    /** More differences than these explain nothing. */
    private static final int SHOWN = 3;

    private Difference() {}

    /** Several differences in one line, of many the first ones. */
    static Text joined(List<Text> differences) {
        return new Text(
                differences.stream().limit(SHOWN).map(Text::ko).collect(Collectors.joining("; ")),
                differences.stream().limit(SHOWN).map(Text::en).collect(Collectors.joining("; ")));
    }

    /**
     * Says where a response differs.
     *
     * @param names the names that the pact has; any other of a path is the response's
     */
    static Text describe(Mismatch mismatch, Set<String> names) {
        if (mismatch instanceof StatusMismatch status) {
            return instead("상태 코드", "the status", status.getExpected(), status.getActual());
        }
        if (mismatch instanceof BodyTypeMismatch type) {
            String actual = String.valueOf(type.getActual());
            return instead(
                    "미디어 타입",
                    "the media type",
                    type.getExpected(),
                    MEDIA_TYPE.matcher(actual).matches() ? actual : "<" + actual.length() + " characters>");
        }
        if (mismatch instanceof HeaderMismatch header) {
            String field = header.getHeaderKey();
            return header.getActual().isEmpty()
                    ? new Text("헤더 " + field + " 없음", "the header field " + field + " is missing")
                    : new Text("헤더 " + field + " 값이 다름", "the header field " + field + " differs")
                            .then(Text.same("(" + header.getExpected() + ")"));
        }
        return mismatch instanceof BodyMismatch body
                ? Text.same(path(body.getPath(), names) + ":").then(body(body))
                : Text.same(mismatch.type().toLowerCase(Locale.ROOT));
    }

    /** As much of a path as the pact knows. */
    private static String path(String path, Set<String> names) {
        String known = names.isEmpty()
                ? "(?!)"
                : names.stream().map(Pattern::quote).collect(Collectors.joining("|", "(?:", ")"));
        Matcher matcher = Pattern.compile(
                        "\\$(?:\\." + known + "(?![^.\\[])|\\['" + known + "'\\]|\\[(?:[0-9]+|\\*)\\])*+")
                .matcher(path);
        return !matcher.lookingAt() ? "$.*" : matcher.end() == path.length() ? path : matcher.group() + ".*";
    }

    private static Text instead(String ko, String en, @Nullable Object expected, @Nullable Object actual) {
        return new Text(ko + " " + actual + "(기대: " + expected + ")", en + " is " + actual + ", expected " + expected);
    }

    private static Text body(BodyMismatch mismatch) {
        Object expected = mismatch.getExpected();
        Object actual = mismatch.getActual();
        Optional<Set<String>> wanted = names(expected);
        if (wanted.isPresent() && names(actual).isPresent()) {
            wanted.get().removeAll(names(actual).get());
            String missing = String.join(", ", wanted.get());
            return missing.isEmpty()
                    ? new Text("항목이 다름", "the members differ")
                    : new Text(missing + " 없음", "missing " + missing);
        }
        if (wanted.isPresent() && isList(actual)) {
            String entry = String.join(", ", wanted.get());
            return new Text("기대한 항목(" + entry + ")이 목록에 없음", "no entry is the expected one (" + entry + ")");
        }
        Matcher text =
                EXPECTATION.matcher(REASON.matcher(mismatch.getMismatch()).replaceFirst(""));
        boolean isTold = !isList(expected) && wanted.isEmpty() && text.matches() && !holds(text.group(1), actual);
        Text expectation = isTold ? Text.same(text.group(1)) : kind(expected);
        boolean onlyCase =
                expected != null && actual != null && expected.toString().equalsIgnoreCase(actual.toString());
        return new Text("기대:", "expected")
                .then(expectation)
                .map(words -> words + ",")
                .then(new Text("실제:", "but it is"))
                .then(kind(actual))
                .then(onlyCase ? new Text("(대소문자만 다름)", "that differs only in upper and lower case") : Text.NONE);
    }

    private static boolean holds(String text, @Nullable Object actual) {
        String value = String.valueOf(actual);
        return value.length() >= SHORTEST_VALUE && text.contains(value);
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

    private static Text kind(@Nullable Object value) {
        if (value instanceof JsonValue.Array array) {
            return listOf(array.getValues().size());
        }
        if (value instanceof Collection<?> list) {
            return listOf(list.size());
        }
        if (names(value).isPresent()) {
            return new Text("객체", "an object");
        }
        if (value instanceof JsonValue.StringValue string) {
            int length = string.toString().codePointCount(0, string.toString().length());
            return new Text(length + "자 문자열", "a string of " + length + " characters");
        }
        return value instanceof JsonValue json
                ? new Text("JSON " + json.getName(), "a JSON " + json.getName().toLowerCase(Locale.ROOT))
                : new Text("없음", "nothing");
    }

    private static Text listOf(int size) {
        return new Text("항목 " + size + "개인 목록", "a list of " + size);
    }
}

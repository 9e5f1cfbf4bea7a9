package io.github.servicelinkage.conformance.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.servicelinkage.conformance.contract.Operation;
import io.github.servicelinkage.conformance.exchange.Answer;
import io.github.servicelinkage.conformance.exchange.Exchange;
import io.github.servicelinkage.conformance.exchange.Header;
import io.github.servicelinkage.conformance.exchange.Intent;
import io.github.servicelinkage.conformance.exchange.Request;
import io.github.servicelinkage.conformance.message.Text;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Clause family D10: what an answer must keep to itself. Every request of the run is a canary. */
final class PrivacyChecks implements CheckFamily {
    private static final String MARKER = "canary-7d1f4b9a2c";

    /** Shorter values may occur in an answer by chance. */
    private static final int SHORTEST_ASCII = 8;

    private static final int SHORTEST_OTHER = 3;
    /** So many characters of a long value do not occur by chance. */
    private static final int PART = 16;

    private static final Pattern STACK_TRACE = Pattern.compile(
            "\\bat [\\w.$]+\\([\\w$]+\\.(?:java|kt|scala|groovy):\\d+\\)|\\bat \\S+ \\(\\S+:\\d+:\\d+\\)"
                    + "|Traceback \\(most recent call last\\)|File \"[^\"]+\", line \\d+|goroutine \\d+ \\[");
    private static final Pattern INTERNALS = Pattern.compile(
            "\\b(?:java|javax|jakarta|org|com|io|net|kr)\\.[a-z][\\w]*\\.[\\w.]*[A-Z]\\w+|\\bORA-\\d{5}|\\bSQLSTATE\\b"
                    + "|\\b(?:SELECT|INSERT|UPDATE|DELETE)\\b.+\\b(?:FROM|INTO|SET)\\b|(?:/usr|/home|/opt|/var|/srv|/app)/[\\w./-]+|[A-Z]:\\\\\\w+");

    @Override
    public List<Check> checks(Given given) {
        return given.perOperation(operation -> List.of(
                repeats("LNK-PRIV-01", operation, "ci", exchange -> member(exchange, "/commonHeader/ci")),
                repeats("LNK-PRIV-02", operation, "korName", exchange -> member(exchange, "/body/korName")),
                repeats("LNK-PRIV-03", operation, "API key", exchange -> keys(given, exchange)),
                hides("LNK-PRIV-04", operation, STACK_TRACE, new Text("스택 트레이스", "a stack trace")),
                Observe.answers(
                        "LNK-PRIV-05",
                        operation,
                        Text.same("Cache-Control: no-store"),
                        answer -> answer.isSuccess() || answer.isError(),
                        answer -> Finding.holdsIf(
                                answer.headers().getOrDefault("cache-control", List.of()).stream()
                                        .anyMatch(value -> value.contains("no-store")),
                                () -> new Text("no-store 없음", "no-store is missing"))),
                hides("LNK-PRIV-06", operation, INTERNALS, new Text("서버 내부", "server internals")),
                marker(given, operation)));
    }

    /** An invalid request with a member that nobody knows, whose value must not come back. */
    private static Check marker(Given given, Operation operation) {
        Request marked = given.accepted(operation).withJson(body -> {
            body.put("marker", MARKER);
            body.remove("partner");
        });
        return Given.must(
                "LNK-PRIV-07",
                operation,
                new Case(
                        new Text("모르는 항목이 든 잘못된 요청", "an invalid request with a member that is not documented"),
                        marked.as(Intent.INVALID),
                        new Expectation(
                                new Text("그 값을 되풀이하지 않음", "its value does not come back"),
                                answer -> Finding.holdsIf(
                                        !contains(answer, MARKER),
                                        () -> Text.of("%d 응답이 그 값을 되풀이함", "a %d repeats it", answer.status())))));
    }

    private static Check repeats(
            String requirement, Operation operation, String what, Function<Exchange, List<String>> planted) {
        return new Check.Observing(
                requirement,
                operation.id(),
                new Text(what + "을(를) 되풀이하지 않음", "does not repeat the " + what),
                exchange -> exchange.answer()
                        .filter(Answer::isError)
                        .map(answer -> Finding.holdsIf(
                                planted.apply(exchange).stream().noneMatch(value -> contains(answer, value)),
                                () -> Text.of("%d 응답이 %s을(를) 되풀이함", "a %d repeats the %s", answer.status(), what))));
    }

    /** A stack trace consists of internals; it breaks LNK-PRIV-04 alone. */
    private static Check hides(String requirement, Operation operation, Pattern pattern, Text what) {
        return Observe.answers(
                requirement,
                operation,
                new Text(what.ko() + " 없음", "no " + what.en().replaceFirst("^a ", "")),
                Answer::isError,
                answer -> Finding.holdsIf(
                        !shows(answer, pattern) || pattern == INTERNALS && shows(answer, STACK_TRACE),
                        () -> new Text(
                                "%d 응답이 %s을(를) 보임".formatted(answer.status(), what.ko()),
                                "a %d shows %s".formatted(answer.status(), what.en()))));
    }

    private static boolean shows(Answer answer, Pattern pattern) {
        return texts(answer).stream().anyMatch(text -> pattern.matcher(text).find());
    }

    private static List<String> member(Exchange exchange, String pointer) {
        Optional<JsonNode> value = exchange.request().json().map(body -> body.at(pointer));
        return value.filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .filter(PrivacyChecks::isTelling)
                .map(List::of)
                .orElse(List.of());
    }

    private static List<String> keys(Given given, Exchange exchange) {
        List<String> keys = new ArrayList<>();
        keys.add(given.apiKey());
        exchange.request().headers().stream()
                .filter(header ->
                        header.name().equalsIgnoreCase(given.contract().apiKeyHeader()))
                .map(Header::value)
                .map(String::strip)
                .filter(PrivacyChecks::isTelling)
                .forEach(keys::add);
        return keys;
    }

    private static boolean isTelling(String value) {
        boolean ascii = value.chars().allMatch(c -> c < 0x80);
        return value.codePointCount(0, value.length()) >= (ascii ? SHORTEST_ASCII : SHORTEST_OTHER);
    }

    /** Whether an answer repeats a value, or, of a long one, a part: a page may break it over lines. */
    private static boolean contains(Answer answer, String value) {
        if (value.length() < 2 * PART) {
            return containsWhole(answer, value);
        }
        return IntStream.rangeClosed(0, value.length() / PART - 1)
                .mapToObj(part -> value.substring(part * PART, (part + 1) * PART))
                .distinct()
                .anyMatch(part -> containsWhole(answer, part));
    }

    private static boolean containsWhole(Answer answer, String value) {
        return texts(answer).stream().anyMatch(text -> text.contains(value))
                || answer.headers().values().stream()
                        .flatMap(List::stream)
                        .anyMatch(text ->
                                text.contains(value) || text.contains("%") && text.contains(percentEncoded(value)));
    }

    /** The body as it came and, where it escapes anything, its strings without escapes. */
    private static List<String> texts(Answer answer) {
        if (answer.text().indexOf('\\') < 0) {
            return List.of(answer.text());
        }
        List<String> texts = new ArrayList<>(strings(answer.json()));
        texts.add(answer.text());
        return texts;
    }

    private static List<String> strings(JsonNode json) {
        List<String> strings = new ArrayList<>();
        json.forEach(child -> strings.addAll(child.isTextual() ? List.of(child.asText()) : strings(child)));
        return strings;
    }

    private static String percentEncoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}

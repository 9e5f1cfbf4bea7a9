package io.github.servicelinkage.conformance.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.servicelinkage.conformance.contract.Member;
import io.github.servicelinkage.conformance.exchange.Header;
import io.github.servicelinkage.conformance.exchange.Request;
import io.github.servicelinkage.conformance.exchange.Response;
import io.github.servicelinkage.conformance.message.Text;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** PRIV: what a response must keep to itself. Every request of the run is a canary. */
final class PrivChecks implements CheckFamily {
    private static final String MARKER = "canary-7d1f4b9a2c";

    /** Shorter values may occur in a response by chance. */
    private static final int SHORTEST_ASCII = 8;

    private static final int SHORTEST_OTHER = 2;
    /** The beginning of an error tells; to look through all of a long one takes long. */
    private static final int LONGEST_READ = 1 << 13;

    private static final int MOST_STRINGS = 100;

    private static final Pattern STACK_TRACE = Pattern.compile(
            "\\bat [\\w.$]{1,200}+\\([\\w$]{1,100}+\\.(?:java|kt|scala|groovy):\\d+\\)|\\bat \\S{1,200} \\(\\S{1,200}:\\d+:\\d+\\)"
                    + "|Traceback \\(most recent call last\\)|File \"[^\"]{1,200}+\", line \\d+|goroutine \\d+ \\[");
    private static final Pattern INTERNALS = Pattern.compile(
            "\\b(?:java|javax|jakarta|org|com|io|net|kr)\\.[a-z]\\w{0,50}+\\.[\\w.]{0,100}[A-Z]\\w|\\bORA-\\d{5}|\\bSQLSTATE\\b"
                    + "|\\b(?:SELECT|INSERT|UPDATE|DELETE)\\b.{1,100}?\\b(?:FROM|INTO|SET)\\b|(?:/usr|/home|/opt|/var|/srv|/app)/[\\w./-]|[A-Z]:\\\\\\w");

    @Override
    public List<Check> checks(PlanContext context) {
        Repetition.Memory memory = new Repetition.Memory();
        return context.perOperation(operation -> {
            List<Check> checks = new ArrayList<>();
            operation.members().stream()
                    .filter(Member::isPersonal)
                    .forEach(member -> checks.add(repeats(
                            operation.covering(member.pointer(), Member.PERSONAL),
                            operation,
                            member.name(),
                            Response::isError,
                            memory,
                            exchange -> sent(context, member, exchange))));
            checks.add(repeats(
                    "LNK-PRIV-03",
                    operation,
                    "API key",
                    response -> true,
                    memory,
                    exchange -> keys(context, exchange)));
            checks.add(successRepeats(operation, memory));
            checks.add(hides(
                    "LNK-PRIV-04",
                    operation,
                    new Text("스택 트레이스", "stack trace"),
                    new Text("스택 트레이스", "a stack trace"),
                    response -> shows(response, STACK_TRACE)));
            checks.add(PassiveChecks.exchanges(
                    "LNK-PRIV-05",
                    operation,
                    Text.same("Cache-Control: no-store"),
                    exchange -> exchange.response()
                            .filter(response -> isStored(exchange, response))
                            .map(response -> Finding.holdsIf(
                                    response.headers().getOrDefault("cache-control", List.of()).stream()
                                            .anyMatch(value -> value.contains("no-store")),
                                    () -> new Text("no-store 없음", "no-store is missing")))));
            Text internals = new Text("서버 내부", "server internals");
            // A stack trace consists of internals; it breaks LNK-PRIV-04 alone.
            checks.add(hides(
                    "LNK-PRIV-06",
                    operation,
                    internals,
                    internals,
                    response -> shows(response, INTERNALS) && !shows(response, STACK_TRACE)));
            checks.add(marker(operation, memory));
            return checks;
        });
    }

    /** The refusal of an odd request may come from a server in front, and says nothing of anybody. */
    private static boolean isStored(CaseExchange exchange, Response response) {
        return response.isSuccess() || response.isError() && exchange.intent() != Intent.OPEN;
    }

    /** An invalid request with an undocumented member, whose value must not come back. */
    private static Check marker(OperationContext operation, Repetition.Memory memory) {
        Request marked = operation.accepted().withJson(body -> {
            body.put("marker", MARKER);
            body.remove("partner");
        });
        return operation.check(
                "LNK-PRIV-07",
                operation.sent(
                        Intent.INVALID,
                        new Text(
                                "partner 없이 모르는 항목이 든 요청",
                                "a request without partner, with a member that is not documented"),
                        marked,
                        new Expectation(
                                new Text("그 값을 되풀이하지 않음", "its value does not come back"),
                                response -> Finding.holdsIf(
                                        !Repetition.in(response, memory).of(MARKER),
                                        () -> Text.of("%d 응답이 그 값을 되풀이함", "a %d repeats it", response.status())))));
    }

    private static Check repeats(
            String requirement,
            OperationContext operation,
            String what,
            Predicate<Response> which,
            Repetition.Memory memory,
            Function<CaseExchange, List<String>> planted) {
        return PassiveChecks.exchanges(
                requirement,
                operation,
                Text.of("되풀이하지 않음: %s", "does not repeat the %s", what),
                exchange -> exchange.response()
                        .filter(which)
                        .map(response -> Finding.holdsIf(
                                planted.apply(exchange).stream().noneMatch(Repetition.in(response, memory)::of),
                                () -> Text.of("%d 응답에 요청의 %s 있음", "a %d repeats the %s", response.status(), what))));
    }

    /** Members that the contract documents are its own affair: an alias may well contain the name. */
    private static Check successRepeats(OperationContext operation, Repetition.Memory memory) {
        return PassiveChecks.exchanges(
                "LNK-PRIV-08",
                operation,
                new Text("되풀이하지 않음: ci, korName", "repeats neither ci nor korName"),
                exchange -> exchange.response()
                        .filter(Response::isSuccess)
                        .map(response -> undocumented(operation, response))
                        .map(response -> Finding.holdsIf(
                                operation.members().stream()
                                        .filter(Member::isPersonal)
                                        .flatMap(member -> sent(operation.plan(), member, exchange).stream())
                                        .noneMatch(Repetition.in(response, memory)::of),
                                () -> Text.of(
                                        "%d 응답에 요청의 개인정보 있음",
                                        "a %d repeats personal data of the request", response.status()))));
    }

    private static Response undocumented(OperationContext operation, Response response) {
        if (!response.json().isObject()) {
            return response;
        }
        ObjectNode rest = response.json().deepCopy();
        operation
                .plan()
                .contract()
                .at(operation.responseSchema() + "/properties")
                .fieldNames()
                .forEachRemaining(rest::remove);
        return Response.of(
                response.status(),
                response.headers(),
                rest.toString().getBytes(StandardCharsets.UTF_8),
                response.tlsProtocol());
    }

    private static Check hides(
            String requirement, OperationContext operation, Text none, Text what, Predicate<Response> shows) {
        return PassiveChecks.responses(
                requirement,
                operation,
                Text.of("%s 없음", "no %s", none),
                Response::isError,
                response -> Finding.holdsIf(
                        !shows.test(response),
                        () -> Text.of("%d 응답에 %s 있음", "a %d shows %s", response.status(), what)));
    }

    private static boolean shows(Response response, Pattern pattern) {
        return texts(response).anyMatch(text -> pattern.matcher(text).find());
    }

    /** The body as it came and, where it escapes anything, its strings without escapes. */
    private static Stream<String> texts(Response response) {
        Stream<String> strings = response.text().indexOf('\\') < 0 ? Stream.empty() : strings(response.json());
        return Stream.concat(strings.limit(MOST_STRINGS), Stream.of(response.text()))
                .map(text -> text.length() > LONGEST_READ ? text.substring(0, LONGEST_READ) : text);
    }

    private static Stream<String> strings(JsonNode json) {
        return json.isTextual()
                ? Stream.of(json.asText())
                : StreamSupport.stream(json.spliterator(), false).flatMap(PrivChecks::strings);
    }

    /**
     * The value that a request has in a member, unless it is so short that an error may contain it by chance. Of a body that is no
     * object, the values of any test person must not come back.
     */
    private static List<String> sent(PlanContext context, Member member, CaseExchange exchange) {
        Request request = exchange.request();
        Stream<String> values = request.json().isPresent()
                ? request.json().map(member::in).filter(JsonNode::isTextual).map(JsonNode::asText).stream()
                : context.subjects().subjects().values().stream()
                        .map(subject -> Strangers.isName(member) ? subject.korName() : subject.ci());
        return values.filter(PrivChecks::isTelling).toList();
    }

    private static List<String> keys(PlanContext context, CaseExchange exchange) {
        List<String> keys = new ArrayList<>();
        keys.add(context.apiKey());
        exchange.request().headers().stream()
                .filter(header ->
                        header.name().equalsIgnoreCase(context.contract().apiKeyHeader()))
                .map(Header::value)
                .map(String::strip)
                .filter(PrivChecks::isTelling)
                .forEach(keys::add);
        return keys;
    }

    private static boolean isTelling(String value) {
        boolean ascii = value.chars().allMatch(c -> c < 0x80);
        return value.codePointCount(0, value.length()) >= (ascii ? SHORTEST_ASCII : SHORTEST_OTHER);
    }
}

package io.github.servicelinkage.stub.fault;

import static io.github.servicelinkage.stub.fault.Json.member;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.servicelinkage.stub.mock.Answer;
import io.github.servicelinkage.stub.mock.Variant;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Gateways that write their answers differently. */
final class FormVariants {
    private static final String CONTENT_TYPE = "Content-Type";
    private static final String LIST = "vtAccList";
    private static final Pattern NOT_ASCII = Pattern.compile("[^\\x00-\\x7F]");

    private FormVariants() {}

    static List<Variant> variants() {
        return List.of(
                every(
                        "reverses-members",
                        "Members stand in another order.",
                        answer -> rewritten(answer, FormVariants::reverse)),
                text(
                        "prints-pretty",
                        "Answers are indented.",
                        body -> Json.object(Buffer.buffer(body))
                                .map(ObjectNode::toPrettyString)
                                .orElse(body)),
                text("ends-with-line-break", "A line break follows the JSON.", body -> body + "\r\n"),
                text(
                        "escapes-beyond-ASCII",
                        "Korean text is written with \\u escapes.",
                        body -> NOT_ASCII
                                .matcher(body)
                                .replaceAll(match -> "\\\\u%04x"
                                        .formatted((int) match.group().charAt(0)))),
                header(
                        "sends-chunks",
                        "Answers come in chunks, without Content-Length.",
                        "Transfer-Encoding",
                        "chunked"),
                header("omits-charset", "The media type has no charset.", CONTENT_TYPE, "application/json"),
                header(
                        "quotes-charset",
                        "The charset is quoted, in capitals.",
                        CONTENT_TYPE,
                        "application/json; charset=\"UTF-8\""),
                header(
                        "writes-media-type-in-capitals",
                        "The media type is in capitals.",
                        CONTENT_TYPE,
                        "Application/JSON;charset=utf-8"),
                header(
                        "forbids-storing-in-many-words",
                        "Cache-Control has more directives.",
                        "Cache-Control",
                        "private, no-cache, no-store, max-age=0"),
                every(
                        "sends-further-headers",
                        "Answers have headers that the contract does not know.",
                        answer -> answer.withHeader("Server", "gw/2.1")
                                .withHeader("Via", "1.1 front")
                                .withHeader("X-Request-Id", "7d9f2c1e")
                                .withHeader("Set-Cookie", "route=a; Path=/; HttpOnly; Secure")
                                .withHeader("Strict-Transport-Security", "max-age=31536000")),
                every(
                        "writes-header-names-in-lower-case",
                        "Header names are in lower case.",
                        renamed(name -> name.toLowerCase(Locale.ROOT))),
                every(
                        "writes-header-names-in-capitals",
                        "Header names are in capitals.",
                        renamed(name -> name.toUpperCase(Locale.ROOT))),
                new Variant(
                        "numbers-its-answers", "Every answer has a number and more members besides.", (next, setup) -> {
                            AtomicInteger count = new AtomicInteger();
                            return request -> rewritten(next.handle(request), answer -> {
                                answer.put("transaction", count.incrementAndGet())
                                        .putObject("meta")
                                        .put("node", "b");
                                answer.path(LIST).forEach(account -> ((ObjectNode) account).put("status", "active"));
                            });
                        }),
                success("omits-aliases", "Accounts have no alias.", account("vtAccAlias")),
                success("omits-endpoints", "Accounts have no endpoint.", account("endpoint")),
                success(
                        "omits-dates",
                        "Older edition: there are no expiry dates.",
                        Json.without("commonTermsExpireDate").andThen(Json.without("serviceTermsExpireDate"))),
                success(
                        "writes-aliases-in-Korean",
                        "Older edition: aliases are in Hangul.",
                        accounts(Json.text("vtAccAlias", alias -> "주식투자용"))),
                success("reverses-accounts", "Accounts stand in another order.", member(LIST, FormVariants::reversed)),
                new Variant("rotates-accounts", "Accounts stand in another order each time.", (next, setup) -> {
                    AtomicInteger count = new AtomicInteger();
                    return request -> rewritten(
                            next.handle(request), member(LIST, list -> rotated(list, count.incrementAndGet())));
                }));
    }

    private static Variant every(String name, String description, UnaryOperator<Answer> change) {
        return new Variant(name, description, Rewrite.answer((request, answer) -> change.apply(answer)));
    }

    private static Variant text(String name, String description, UnaryOperator<String> change) {
        return every(
                name,
                description,
                answer ->
                        answer.withBody(Buffer.buffer(change.apply(answer.body().toString()))));
    }

    private static Variant header(String name, String description, String header, String value) {
        return every(name, description, answer -> answer.withHeader(header, value));
    }

    private static Variant success(String name, String description, Consumer<ObjectNode> change) {
        return new Variant(name, description, Rewrite.successJson(change));
    }

    private static Answer rewritten(Answer answer, Consumer<ObjectNode> change) {
        return answer.withBody(Json.changed(answer.body(), change));
    }

    private static UnaryOperator<Answer> renamed(UnaryOperator<String> change) {
        return answer -> {
            MultiMap headers = MultiMap.caseInsensitiveMultiMap();
            for (Map.Entry<String, String> header : answer.headers()) {
                headers.add(change.apply(header.getKey()), header.getValue());
            }
            return new Answer(answer.status(), headers, answer.body(), answer.delivery());
        };
    }

    private static Consumer<ObjectNode> account(String omitted) {
        return accounts(account -> account.remove(omitted));
    }

    private static Consumer<ObjectNode> accounts(Consumer<ObjectNode> change) {
        return answer -> answer.path(LIST).forEach(account -> change.accept((ObjectNode) account));
    }

    private static void reverse(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        Collections.reverse(names);
        names.forEach(name -> object.set(name, object.remove(name)));
        accounts(FormVariants::reverse).accept(object);
    }

    private static JsonNode reversed(JsonNode list) {
        ArrayNode reversed = ((ArrayNode) list).arrayNode();
        list.forEach(account -> reversed.insert(0, account));
        return reversed;
    }

    private static JsonNode rotated(JsonNode list, int by) {
        List<JsonNode> accounts = new ArrayList<>();
        list.forEach(accounts::add);
        Collections.rotate(accounts, by);
        return ((ArrayNode) list).arrayNode().addAll(accounts);
    }
}

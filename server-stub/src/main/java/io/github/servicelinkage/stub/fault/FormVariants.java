package io.github.servicelinkage.stub.fault;

import static io.github.servicelinkage.stub.fault.Json.member;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.servicelinkage.stub.api.ServiceLinkageApi;
import io.github.servicelinkage.stub.exchange.Bytes;
import io.github.servicelinkage.stub.exchange.Headers;
import io.github.servicelinkage.stub.exchange.Response;
import io.github.servicelinkage.stub.message.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Gateways that format their responses differently. */
final class FormVariants {
    private static final String CONTENT_TYPE = "Content-Type";
    private static final String LIST = "vtAccList";
    private static final Pattern NOT_ASCII = Pattern.compile("[^\\x00-\\x7F]");

    private FormVariants() {}

    static List<Variant> variants() {
        return List.of(
                every(
                        "reverses-members",
                        new Text("항목의 순서가 다르다.", "Members are in another order."),
                        response -> rewritten(response, FormVariants::reverse)),
                text(
                        "prints-pretty",
                        new Text("응답을 들여쓴다.", "Responses are indented."),
                        body -> Json.object(Bytes.of(body))
                                .map(ObjectNode::toPrettyString)
                                .orElse(body)),
                text(
                        "ends-with-line-break",
                        new Text("JSON 뒤에 줄바꿈이 있다.", "A line break follows the JSON."),
                        body -> body + "\r\n"),
                text(
                        "escapes-beyond-ASCII",
                        new Text("한글을 \\u 이스케이프로 쓴다.", "Korean text is written with \\u escapes."),
                        body -> NOT_ASCII
                                .matcher(body)
                                .replaceAll(match -> String.format(Locale.ROOT, "\\\\u%04x", (int)
                                        match.group().charAt(0)))),
                header(
                        "sends-chunks",
                        new Text("Content-Length 없이 청크로 응답한다.", "Responses are chunked, without Content-Length."),
                        "Transfer-Encoding",
                        "chunked"),
                header(
                        "omits-charset",
                        new Text("미디어 타입에 charset이 없다.", "The media type has no charset."),
                        CONTENT_TYPE,
                        "application/json"),
                header(
                        "quotes-charset",
                        new Text("charset을 대문자로 따옴표 안에 쓴다.", "The charset is in quotes and capitals."),
                        CONTENT_TYPE,
                        "application/json; charset=\"UTF-8\""),
                header(
                        "writes-media-type-in-capitals",
                        new Text("미디어 타입에 대문자를 쓴다.", "The media type has capital letters."),
                        CONTENT_TYPE,
                        "Application/JSON;charset=utf-8"),
                header(
                        "forbids-storing-in-many-words",
                        new Text("Cache-Control에 지시자가 더 있다.", "Cache-Control has more directives."),
                        ServiceLinkageApi.CACHE_CONTROL,
                        "private, no-cache, no-store, max-age=0"),
                every(
                        "sends-further-headers",
                        new Text("계약에 없는 헤더를 보낸다.", "Responses have headers that the contract does not list."),
                        response -> response.withHeader("Server", "gw/2.1")
                                .withHeader("Via", "1.1 front")
                                .withHeader("X-Request-Id", "7d9f2c1e")
                                .withHeader("Set-Cookie", "route=a; Path=/; HttpOnly; Secure")
                                .withHeader("Strict-Transport-Security", "max-age=31536000")),
                every(
                        "writes-header-names-in-lower-case",
                        new Text("헤더 이름을 소문자로 쓴다.", "Header names are in lower case."),
                        renamed(name -> name.toLowerCase(Locale.ROOT))),
                every(
                        "writes-header-names-in-capitals",
                        new Text("헤더 이름을 대문자로 쓴다.", "Header names are in capitals."),
                        renamed(name -> name.toUpperCase(Locale.ROOT))),
                new Variant(
                        "numbers-its-answers",
                        new Text(
                                "모든 응답에 번호와 그 밖의 항목이 더 있다.",
                                "Every response has a number and other additional members."),
                        (next, setup) -> {
                            AtomicInteger count = new AtomicInteger();
                            return request -> rewritten(next.handle(request), response -> {
                                response.put("transaction", count.incrementAndGet())
                                        .putObject("meta")
                                        .put("node", "b");
                                response.path(LIST).forEach(account -> ((ObjectNode) account).put("status", "active"));
                            });
                        }),
                success("omits-aliases", new Text("계좌에 별칭이 없다.", "Accounts have no alias."), account("vtAccAlias"))
                        .warnedOf("LNK-RES-26"),
                success(
                        "omits-endpoints",
                        new Text("계좌에 endpoint가 없다.", "Accounts have no endpoint."),
                        account("endpoint")),
                success(
                                "omits-dates",
                                new Text("이전 판: 만료일이 없다.", "Older edition: there are no expiry dates."),
                                Json.without("commonTermsExpireDate").andThen(Json.without("serviceTermsExpireDate")))
                        .warnedOf("LNK-RES-09", "LNK-RES-20"),
                success(
                        "writes-aliases-in-Korean",
                        new Text(
                                "이전 판: 계좌가 하나인 사람의 별칭이 한글이다.",
                                "Older edition: the alias of a person's only account is in Hangul."),
                        response -> {
                            if (response.path(LIST).size() == 1) {
                                accounts(Json.text("vtAccAlias", alias -> "주식투자용"))
                                        .accept(response);
                            }
                        }),
                success(
                        "reverses-accounts",
                        new Text("계좌의 순서가 다르다.", "Accounts are in another order."),
                        member(LIST, FormVariants::reversed)),
                new Variant(
                        "rotates-accounts",
                        new Text("계좌의 순서가 매번 다르다.", "Accounts are in another order each time."),
                        (next, setup) -> {
                            AtomicInteger count = new AtomicInteger();
                            return request -> rewritten(
                                    next.handle(request), member(LIST, list -> rotated(list, count.incrementAndGet())));
                        }));
    }

    private static Variant every(String name, Text description, UnaryOperator<Response> change) {
        return new Variant(name, description, Rewrite.response((request, response) -> change.apply(response)));
    }

    private static Variant text(String name, Text description, UnaryOperator<String> change) {
        return every(
                name,
                description,
                response ->
                        response.withBody(Bytes.of(change.apply(response.body().text()))));
    }

    private static Variant header(String name, Text description, String header, String value) {
        return every(name, description, response -> response.withHeader(header, value));
    }

    private static Variant success(String name, Text description, Consumer<ObjectNode> change) {
        return new Variant(name, description, Rewrite.successJson(change));
    }

    private static Response rewritten(Response response, Consumer<ObjectNode> change) {
        return response.withBody(Json.changed(response.body(), change));
    }

    private static UnaryOperator<Response> renamed(UnaryOperator<String> change) {
        return response -> {
            Map<String, String> headers = new LinkedHashMap<>();
            response.headers().forEach((name, value) -> headers.put(change.apply(name), value));
            return response.withHeaders(Headers.of(headers));
        };
    }

    private static Consumer<ObjectNode> account(String omitted) {
        return accounts(account -> account.remove(omitted));
    }

    private static Consumer<ObjectNode> accounts(Consumer<ObjectNode> change) {
        return response -> response.path(LIST).forEach(account -> change.accept((ObjectNode) account));
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

package io.github.servicelinkage.conformance.check;

import static io.github.servicelinkage.conformance.check.Given.invalid;
import static io.github.servicelinkage.conformance.check.Given.must;
import static io.github.servicelinkage.conformance.check.Given.open;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.servicelinkage.conformance.contract.Operation;
import io.github.servicelinkage.conformance.exchange.Request;
import io.github.servicelinkage.conformance.message.Text;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** RFC 8259: what is JSON and what is not. */
final class JsonSyntaxChecks implements CheckFamily {
    private static final int DEPTH = 1000;
    private static final int MEBIBYTE = 1024 * 1024;

    @Override
    public List<Check> checks(Given given) {
        return given.perOperation(operation -> {
            Request accepted = given.accepted(operation);
            String body = accepted.text();
            String inside = body.substring(1);
            return List.of(
                    must(
                            "LNK-JSON-01",
                            operation,
                            invalid(new Text("빈 본문", "an empty body"), accepted.withBody("")),
                            invalid(new Text("공백뿐인 본문", "nothing but white space"), accepted.withBody(" \n"))),
                    must(
                            "LNK-JSON-02",
                            operation,
                            invalid(
                                    new Text("닫는 괄호 없음", "no closing brace"),
                                    accepted.withBody(body.substring(0, body.length() - 1))),
                            invalid(new Text("여는 괄호뿐", "an opening brace alone"), accepted.withBody("{"))),
                    must(
                            "LNK-JSON-03",
                            operation,
                            invalid(new Text("뒤에 다른 글자", "letters behind"), accepted.withBody(body + "xyz")),
                            invalid(new Text("뒤에 다른 객체", "another object behind"), accepted.withBody(body + "{}")),
                            invalid(new Text("뒤에 닫는 괄호", "another brace behind"), accepted.withBody(body + "}"))),
                    must(
                            "LNK-JSON-04",
                            operation,
                            invalid(new Text("/* */ 주석", "a /* */ comment"), accepted.withBody("{/* c */" + inside)),
                            invalid(new Text("// 주석", "a // comment"), accepted.withBody("{// c\n" + inside)),
                            invalid(new Text("# 주석", "a # comment"), accepted.withBody("{# c\n" + inside))),
                    must(
                            "LNK-JSON-05",
                            operation,
                            invalid(
                                    new Text("작은따옴표", "single quotes"),
                                    accepted.withBody(body.replace("\"partner\"", "'partner'"))),
                            invalid(
                                    new Text("따옴표 없는 이름", "a name without quotes"),
                                    accepted.withBody(body.replace("\"partner\"", "partner"))),
                            invalid(
                                    new Text("마지막 쉼표", "a trailing comma"),
                                    accepted.withBody(body.substring(0, body.length() - 1) + ",}"))),
                    must(
                            "LNK-JSON-06",
                            operation,
                            badUtf8(accepted, "끊긴 바이트", "a truncated sequence", (byte) 0xE0),
                            badUtf8(accepted, "뒤따르는 바이트뿐", "a lone continuation byte", (byte) 0x80),
                            badUtf8(accepted, "쓸 수 없는 바이트", "a byte that UTF-8 never has", (byte) 0xFF)),
                    must(
                            "LNK-JSON-07",
                            operation,
                            invalid(
                                    new Text("reqIdConsumer에 짝 없는 서로게이트", "a lone surrogate in reqIdConsumer"),
                                    accepted.withBody(withReqIdConsumer(accepted, "\\ud800")))),
                    must(
                            "LNK-JSON-08",
                            operation,
                            parsed(given, new Text("BOM으로 시작", "a BOM in front"), accepted.withBody("\uFEFF" + body))),
                    must(
                            "LNK-JSON-09",
                            operation,
                            parsed(
                                    given,
                                    new Text("깊이 1000의 배열", "arrays 1,000 deep"),
                                    accepted.withBody(
                                            "{\"x\":" + "[".repeat(DEPTH) + "]".repeat(DEPTH) + "," + inside)),
                            parsed(
                                    given,
                                    new Text("깊이 1000의 객체", "objects 1,000 deep"),
                                    accepted.withBody("{\"x\":" + "{\"x\":".repeat(DEPTH) + "1" + "}".repeat(DEPTH)
                                            + "," + inside))),
                    must(
                            "LNK-JSON-10",
                            operation,
                            open(
                                    new Text("1 MiB", "1 MiB"),
                                    accepted.withBody("{\"x\":\"" + "A".repeat(MEBIBYTE - accepted.body().length - 7)
                                            + "\"," + inside))),
                    same("LNK-JSON-11", given, operation, new Text("\\u 이스케이프", "\\u escapes"), escaped(accepted)),
                    same(
                            "LNK-JSON-12",
                            given,
                            operation,
                            new Text("거꾸로 된 순서와 공백", "members in reverse order, with white space"),
                            reversed(accepted.json().orElseThrow()).toPrettyString()));
        });
    }

    /** May be taken or refused; a parser that gives up may say so in the platform's own words, which is a warning (D6). */
    private static Case parsed(Given given, Text description, Request request) {
        Case open = open(description, request);
        return new Case(
                description,
                open.request(),
                open.expectation()
                        .orWithWarning(
                                new Text("4xx 대신 JSON 파싱 오류", "the JSON parsing error instead of a 4xx"),
                                given::isParsingError));
    }

    private static Case badUtf8(Request accepted, String ko, String en, byte bad) {
        String marker = "\u0001";
        byte[] bytes = withReqIdConsumer(accepted, marker).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 1) {
                bytes[i] = bad;
            }
        }
        return invalid(new Text("잘못된 UTF-8: " + ko, "invalid UTF-8: " + en), accepted.withBody(bytes));
    }

    private static String withReqIdConsumer(Request accepted, String raw) {
        String placeholder = "__raw__";
        return accepted.withJson(body -> ((ObjectNode) body.get("commonHeader")).put("reqIdConsumer", placeholder))
                .text()
                .replace(placeholder, raw);
    }

    /** Each is sent twice, so that a target that cannot make up its mind is not blamed for its reading of JSON. */
    private static Check same(String requirement, Given given, Operation operation, Text description, String body) {
        Request accepted = given.accepted(operation);
        Request written = accepted.withBody(body);
        return new Check.Together(
                requirement,
                operation.id(),
                description,
                List.of(accepted, accepted, written, written),
                false,
                SameAnswer.EXPECTED,
                SameAnswer.of(given, operation)::judgeVariations);
    }

    private static String escaped(Request accepted) {
        StringBuilder escaped = new StringBuilder();
        for (char c : accepted.text().toCharArray()) {
            escaped.append(c < 0x80 ? String.valueOf(c) : "\\u%04x".formatted((int) c));
        }
        return escaped.toString().replace("\"partner\"", "\"p\\u0061rtner\"");
    }

    private static ObjectNode reversed(ObjectNode object) {
        ObjectNode reversed = object.objectNode();
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        Collections.reverse(names);
        for (String name : names) {
            JsonNode value = object.get(name);
            reversed.set(name, value.isObject() ? reversed((ObjectNode) value) : value);
        }
        return reversed;
    }
}

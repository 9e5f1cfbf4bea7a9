package io.github.servicelinkage.conformance.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.servicelinkage.conformance.exchange.Request;
import io.github.servicelinkage.conformance.message.Text;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** JSON: what RFC 8259 calls so, and what not. */
final class JsonChecks implements CheckFamily {
    private static final int DEPTH = 1000;
    private static final int MEBIBYTE = 1024 * 1024;

    @Override
    public List<Check> checks(PlanContext context) {
        return context.perOperation(operation -> {
            Request accepted = operation.accepted();
            String body = accepted.text();
            String inside = body.substring(1);
            return List.of(
                    operation.check(
                            "LNK-JSON-01",
                            operation.unparsable(new Text("빈 본문", "an empty body"), accepted.withBody("")),
                            operation.unparsable(
                                    new Text("공백뿐인 본문", "nothing but white space"), accepted.withBody(" \n"))),
                    operation.check(
                            "LNK-JSON-02",
                            operation.unparsable(
                                    new Text("닫는 괄호 없음", "no closing brace"),
                                    accepted.withBody(body.substring(0, body.length() - 1))),
                            operation.unparsable(new Text("여는 괄호뿐", "an opening brace alone"), accepted.withBody("{"))),
                    operation.check(
                            "LNK-JSON-03",
                            operation.unparsable(
                                    new Text("뒤에 다른 글자", "letters behind"), accepted.withBody(body + "xyz")),
                            operation.unparsable(
                                    new Text("뒤에 다른 객체", "another object behind"), accepted.withBody(body + "{}")),
                            operation.unparsable(
                                    new Text("뒤에 닫는 괄호", "another brace behind"), accepted.withBody(body + "}"))),
                    operation.check(
                            "LNK-JSON-04",
                            operation.unparsable(
                                    new Text("/* */ 주석", "a /* */ comment"), accepted.withBody("{/* c */" + inside)),
                            operation.unparsable(
                                    new Text("// 주석", "a // comment"), accepted.withBody("{// c\n" + inside)),
                            operation.unparsable(
                                    new Text("# 주석", "a # comment"), accepted.withBody("{# c\n" + inside))),
                    operation.check(
                            "LNK-JSON-05",
                            operation.unparsable(
                                    new Text("작은따옴표로 묶은 이름", "a name in single quotes"),
                                    accepted.withBody(body.replace("\"partner\"", "'partner'"))),
                            operation.unparsable(
                                    new Text("따옴표 없는 이름", "a name without quotes"),
                                    accepted.withBody(body.replace("\"partner\"", "partner"))),
                            operation.unparsable(
                                    new Text("마지막 쉼표", "a trailing comma"),
                                    accepted.withBody(body.substring(0, body.length() - 1) + ",}"))),
                    operation.check(
                            "LNK-JSON-06",
                            badUtf8(operation, "중간에 끊긴 시퀀스", "a truncated sequence", (byte) 0xE0),
                            badUtf8(operation, "뒤따르는 바이트뿐", "a lone continuation byte", (byte) 0x80),
                            badUtf8(operation, "쓸 수 없는 바이트", "a byte that UTF-8 never has", (byte) 0xFF)),
                    operation.check(
                            "LNK-JSON-07",
                            operation.parsed(
                                    new Text("reqIdConsumer에 짝 없는 서로게이트", "a lone surrogate in reqIdConsumer"),
                                    accepted.withBody(withFreeText(operation, "\\ud800")))),
                    operation.check(
                            "LNK-JSON-08",
                            operation.parsed(
                                    new Text("BOM으로 시작", "a BOM in front"), accepted.withBody("\uFEFF" + body))),
                    operation.check(
                            "LNK-JSON-09",
                            operation.parsed(
                                    new Text("깊이 1000의 배열", "arrays 1,000 deep"),
                                    accepted.withBody(
                                            "{\"x\":" + "[".repeat(DEPTH) + "]".repeat(DEPTH) + "," + inside)),
                            operation.parsed(
                                    new Text("깊이 1000의 객체", "objects 1,000 deep"),
                                    accepted.withBody("{\"x\":" + "{\"x\":".repeat(DEPTH) + "1" + "}".repeat(DEPTH)
                                            + "," + inside))),
                    operation.check(
                            "LNK-JSON-10",
                            operation.parsed(
                                    new Text("1 MiB의 본문", "a body of 1 MiB"),
                                    accepted.withBody("{\"x\":\"" + "A".repeat(MEBIBYTE - accepted.body().length - 7)
                                            + "\"," + inside))),
                    escapes(operation),
                    same(
                            "LNK-JSON-12",
                            operation,
                            new Text("거꾸로 된 순서와 공백", "members in reverse order, with white space"),
                            reversed(accepted.json().orElseThrow()).toPrettyString()),
                    foreignCharset(operation));
        });
    }

    private static Case badUtf8(OperationContext operation, String ko, String en, byte bad) {
        String marker = "\u0001";
        byte[] bytes = withFreeText(operation, marker).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 1) {
                bytes[i] = bad;
            }
        }
        return operation.unparsable(
                Text.of(
                        "%s에 잘못된 UTF-8: %s",
                        "invalid UTF-8 in %s: %s", operation.freeText().name(), new Text(ko, en)),
                operation.accepted().withBody(bytes));
    }

    /** The accepted body with characters in its free text that no JSON writer would write so. */
    private static String withFreeText(OperationContext operation, String raw) {
        String placeholder = "__raw__";
        return operation.with(operation.freeText(), placeholder).text().replace(placeholder, raw);
    }

    /** A name in the older Korean encoding; some decoders replace what is not UTF-8, and then know nobody of that name. */
    private static Check foreignCharset(OperationContext operation) {
        byte[] body = operation.accepted().text().getBytes(Charset.forName("EUC-KR"));
        return operation.check(
                "LNK-JSON-13",
                operation.sent(
                        Intent.OPEN,
                        new Text("EUC-KR로 쓴 korName", "korName in EUC-KR"),
                        operation.accepted().withBody(body),
                        new Expectation(
                                new Text("거부하거나 그 사람의 데이터로 응답", "refused, or the data of the person"),
                                response -> Finding.holdsIf(
                                        response.isError()
                                                || Membership.isMember(operation, response)
                                                || !AccountList.of(operation, response)
                                                        .numbers()
                                                        .isEmpty(),
                                        () -> new Text("모르는 사람으로 응답함", "the person was taken for somebody unknown")))));
    }

    /** Sent twice, so that a target that cannot make up its mind is not blamed for its reading of JSON. */
    private static Check same(String requirement, OperationContext operation, Text description, String body) {
        Case written = operation.valid(
                description, operation.accepted().withBody(operation.accepted().written(body)));
        return SameResponse.of(operation).asControl(requirement, description, List.of(written, written));
    }

    /** Where escapes are the only form that is accepted, the document's example is judged besides, which has none. */
    private static Check escapes(OperationContext operation) {
        Text description = new Text("\\u 이스케이프", "\\u escapes");
        String body = escaped(operation.accepted());
        return operation.plan().form(operation.id()) == Form.WITH_ESCAPES
                ? operation.check(
                        "LNK-JSON-11",
                        operation.valid(description, operation.accepted().withBody(body)))
                : same("LNK-JSON-11", operation, description, body);
    }

    private static String escaped(Request accepted) {
        return accepted.escaped().text().replace("\"partner\"", "\"p\\u0061rtner\"");
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

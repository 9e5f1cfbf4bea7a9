package io.github.servicelinkage.stub.fault;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.servicelinkage.stub.exchange.Bytes;
import io.github.servicelinkage.stub.exchange.Response;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;

/** Clause family D5: status, labels and bytes of a successful response. */
final class ResFormFaults {
    private static final String CONTENT_TYPE = "Content-Type";
    private static final Bytes BOM = Bytes.of(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});

    private ResFormFaults() {}

    static List<Fault> faults() {
        return List.of(
                success("answers-201", "LNK-RES-01", "A success has status 201.", response -> response.withStatus(201)),
                success("answers-202", "LNK-RES-01", "A success has status 202.", response -> response.withStatus(202)),
                labels("labels-answers-as-text", "LNK-RES-02", "text/plain;charset=utf-8"),
                labels("labels-answers-as-HTML", "LNK-RES-02", "text/html;charset=utf-8"),
                labels("labels-answers-as-hal", "LNK-RES-02", "application/hal+json"),
                success(
                        "answers-without-media-type",
                        "LNK-RES-02",
                        "A success has no Content-Type.",
                        response -> response.withoutHeader(CONTENT_TYPE)),
                body(
                        "wraps-answers-in-array",
                        "A success is an array of one response.",
                        body -> Bytes.of("[").then(body).then("]")),
                body(
                        "answers-JSON-as-text",
                        "A success is a JSON text that holds JSON.",
                        body -> Bytes.of(
                                JsonNodeFactory.instance.textNode(body.text()).toString())),
                body(
                        "answers-with-trailing-data",
                        "More text follows the JSON of a success.",
                        body -> body.then("\n<!-- served by gw-1 -->")),
                body(
                        "answers-with-single-quotes",
                        "A success is written with single quotes.",
                        body -> Bytes.of(body.text().replace('"', '\''))),
                body(
                        "answers-in-UTF-16",
                        "A success is written in UTF-16.",
                        body -> Bytes.of(body.text().getBytes(StandardCharsets.UTF_16LE))),
                body(
                        "answers-in-EUC-KR",
                        "A success has Korean text in EUC-KR.",
                        body -> Bytes.of(body.text()
                                .replaceFirst("\\{", "{\"comment\":\"조회\",")
                                .getBytes(Charset.forName("EUC-KR")))),
                success(
                        "answers-with-BOM",
                        "LNK-RES-04",
                        "A success starts with a byte order mark.",
                        response -> response.withBody(BOM.then(response.body()))),
                new Fault(
                        "answers-errors-with-BOM",
                        "LNK-RES-04",
                        "An error starts with a byte order mark.",
                        Rewrite.error(response -> response.withBody(BOM.then(response.body())))),
                labels("labels-answers-as-EUC-KR", "LNK-RES-05", "application/json;charset=euc-kr"),
                labels("labels-answers-as-Latin-1", "LNK-RES-05", "application/json; charset=ISO-8859-1"));
    }

    private static Fault success(String name, String requirement, String description, UnaryOperator<Response> change) {
        return new Fault(name, requirement, description, Rewrite.success(change));
    }

    private static Fault labels(String name, String requirement, String type) {
        return success(
                name,
                requirement,
                "The Content-Type of a success is %s.".formatted(type),
                response -> response.withHeader(CONTENT_TYPE, type));
    }

    private static Fault body(String name, String description, UnaryOperator<Bytes> change) {
        return success(name, "LNK-RES-03", description, response -> response.withBody(change.apply(response.body())));
    }
}

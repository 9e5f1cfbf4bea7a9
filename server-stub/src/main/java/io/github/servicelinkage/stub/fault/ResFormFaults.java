package io.github.servicelinkage.stub.fault;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.servicelinkage.stub.exchange.Bytes;
import io.github.servicelinkage.stub.exchange.Response;
import io.github.servicelinkage.stub.message.Text;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;

/** RES: status, media type and encoding of a successful response. */
final class ResFormFaults {
    private static final String CONTENT_TYPE = "Content-Type";
    private static final Bytes BOM = Bytes.of(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});

    private ResFormFaults() {}

    static List<Fault> faults() {
        return List.of(
                success(
                        "answers-201",
                        "LNK-RES-01",
                        new Text("성공 응답의 상태가 201이다.", "A successful response has status 201."),
                        response -> response.withStatus(201)),
                success(
                        "answers-202",
                        "LNK-RES-01",
                        new Text("성공 응답의 상태가 202이다.", "A successful response has status 202."),
                        response -> response.withStatus(202)),
                labels("labels-answers-as-text", "LNK-RES-02", "text/plain;charset=utf-8"),
                labels("labels-answers-as-HTML", "LNK-RES-02", "text/html;charset=utf-8"),
                labels("labels-answers-as-hal", "LNK-RES-02", "application/hal+json"),
                success(
                        "answers-without-media-type",
                        "LNK-RES-02",
                        new Text("성공 응답에 Content-Type이 없다.", "A successful response has no Content-Type."),
                        response -> response.withoutHeader(CONTENT_TYPE)),
                body(
                        "wraps-answers-in-array",
                        new Text("성공 응답을 배열로 감싼다.", "A successful response is wrapped in an array."),
                        body -> Bytes.of("[").then(body).then("]")),
                body(
                        "answers-JSON-as-text",
                        new Text(
                                "성공 응답이 JSON을 담은 JSON 문자열이다.",
                                "A successful response is a JSON string that holds JSON."),
                        body -> Bytes.of(
                                JsonNodeFactory.instance.textNode(body.text()).toString())),
                body(
                        "answers-with-trailing-data",
                        new Text(
                                "성공 응답의 JSON 뒤에 다른 텍스트가 이어진다.", "More text follows the JSON of a successful response."),
                        body -> body.then("\n<!-- served by gw-1 -->")),
                body(
                        "answers-with-single-quotes",
                        new Text("성공 응답을 작은따옴표로 쓴다.", "A successful response is written with single quotes."),
                        body -> Bytes.of(body.text().replace('"', '\''))),
                body(
                        "answers-in-UTF-16",
                        new Text("성공 응답을 UTF-16으로 쓴다.", "A successful response is encoded in UTF-16."),
                        body -> Bytes.of(body.text().getBytes(StandardCharsets.UTF_16LE))),
                body(
                        "answers-in-EUC-KR",
                        new Text("성공 응답의 한글을 EUC-KR로 쓴다.", "A successful response has Korean text in EUC-KR."),
                        body -> Bytes.of(body.text()
                                .replaceFirst("\\{", "{\"comment\":\"조회\",")
                                .getBytes(Charset.forName("EUC-KR")))),
                success(
                        "answers-with-BOM",
                        "LNK-RES-04",
                        new Text("성공 응답이 BOM으로 시작한다.", "A successful response starts with a byte order mark."),
                        response -> response.withBody(BOM.then(response.body()))),
                new Fault(
                        "answers-errors-with-BOM",
                        "LNK-RES-04",
                        new Text("오류 응답이 BOM으로 시작한다.", "An error response starts with a byte order mark."),
                        Rewrite.error(response -> response.withBody(BOM.then(response.body())))),
                labels("labels-answers-as-EUC-KR", "LNK-RES-05", "application/json;charset=euc-kr"),
                labels("labels-answers-as-Latin-1", "LNK-RES-05", "application/json; charset=ISO-8859-1"));
    }

    private static Fault success(String name, String requirement, Text description, UnaryOperator<Response> change) {
        return new Fault(name, requirement, description, Rewrite.success(change));
    }

    private static Fault labels(String name, String requirement, String type) {
        return success(
                name,
                requirement,
                new Text("성공 응답의 Content-Type: %s.", "The Content-Type of a successful response is %s.").with(type),
                response -> response.withHeader(CONTENT_TYPE, type));
    }

    private static Fault body(String name, Text description, UnaryOperator<Bytes> change) {
        return success(name, "LNK-RES-03", description, response -> response.withBody(change.apply(response.body())));
    }
}

package io.github.servicelinkage.stub.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.servicelinkage.stub.api.ServiceLinkageApi.ErrorResponse;
import io.github.servicelinkage.stub.exchange.Bytes;
import io.github.servicelinkage.stub.exchange.Response;
import io.github.servicelinkage.stub.message.Text;
import java.text.Normalizer;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;

/** Gateways that read or look up names and ci in another way. */
final class PersonVariants {
    private static final String CI = "/commonHeader/ci";
    private static final String NAME = "/body/korName";
    /** What the sandbox's people have. */
    private static final String BASE64 = "[A-Za-z0-9+/]{80,88}={0,2}";

    private PersonVariants() {}

    static List<Variant> variants() {
        return List.of(
                new Variant(
                        "ignores-names",
                        new Text("이름을 보지 않고 ci로만 찾는다.", "People are looked up by ci alone, whatever the name."),
                        People.taking((asked, known) -> asked.ci().equals(known.ci()))),
                new Variant(
                        "refuses-other-names-with-403",
                        new Text(
                                "ci의 주인의 이름이 아니면 403/2100으로 거부한다.",
                                "A name that does not belong to the ci is rejected with 403/2100."),
                        (next, setup) -> request -> {
                            Response response = next.handle(request);
                            boolean other = People.isKnown(People.in(request).ci(), setup)
                                    && !setup.people().contains(People.in(request));
                            return response.status() == 200 && other
                                    ? Response.error(ErrorResponse.AUTHORIZATION_FAILED)
                                    : response;
                        }),
                refuses(
                                "takes-names-in-Hangul-only",
                                new Text("한글이 아닌 korName을 거부한다.", "A korName that is not in Hangul is rejected."),
                                NAME,
                                "\\p{IsHangul}+")
                        .warnedOf("LNK-LEN-14"),
                refuses(
                        "takes-Base64-in-ci-only",
                        new Text(
                                "샌드박스와 같은 Base64가 아닌 ci를 거부한다.",
                                "A ci that is not Base64 as in the sandbox is rejected."),
                        CI,
                        BASE64),
                new Variant(
                        "counts-names-after-composing",
                        new Text(
                                "korName을 NFC로 정규화한 뒤에 길이를 센다.",
                                "The length of korName is counted after NFC normalization."),
                        Rewrite.acceptJson(request -> {
                            if (request.path("body") instanceof ObjectNode body) {
                                Json.text("korName", name -> Normalizer.normalize(name, Normalizer.Form.NFC))
                                        .accept(body);
                            }
                        })),
                new Variant(
                        "replaces-lone-surrogate",
                        new Text(
                                "서로게이트 쌍의 한쪽만 있으면 다른 문자로 바꾸어 수락한다.",
                                "Half of a surrogate pair is replaced, and the request accepted."),
                        Rewrite.accept(request -> {
                            Matcher lone = JsonFaults.LONE_SURROGATE.matcher(
                                    request.body().text());
                            return lone.find() ? request.withBody(Bytes.of(lone.replaceAll("?"))) : request;
                        })));
    }

    private static Variant refuses(String name, Text description, String pointer, String form) {
        Predicate<ObjectNode> other = request -> !request.at(pointer).asText().matches(form);
        return new Variant(name, description, Rewrite.refuseJson(other));
    }
}

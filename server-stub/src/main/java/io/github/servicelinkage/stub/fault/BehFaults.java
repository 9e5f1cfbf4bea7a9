package io.github.servicelinkage.stub.fault;

import static io.github.servicelinkage.stub.api.ServiceLinkageApi.API_KEY_HEADER;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.servicelinkage.stub.api.ServiceLinkageApi.ErrorResponse;
import io.github.servicelinkage.stub.exchange.Delivery;
import io.github.servicelinkage.stub.exchange.Handler;
import io.github.servicelinkage.stub.exchange.Interceptor;
import io.github.servicelinkage.stub.exchange.Request;
import io.github.servicelinkage.stub.exchange.Response;
import io.github.servicelinkage.stub.message.Text;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** BEH: what besides the request influences a response. State that a fault remembers belongs to its gateway. */
final class BehFaults {
    private static final LocalDate DAY = LocalDate.of(2030, 1, 1);
    private static final int BIG = 1 << 19;

    private BehFaults() {}

    static List<Fault> faults() {
        return List.of(
                new Fault(
                                "answers-later-date-each-time",
                                "LNK-BEH-01",
                                new Text("응답할 때마다 만료일이 하루씩 늦어진다.", "Expiry dates are a day later with every response."),
                                counting((count, response) -> {
                                    String day = DAY.plusDays(count).format(DateTimeFormatter.BASIC_ISO_DATE);
                                    Json.text("commonTermsExpireDate", date -> day)
                                            .andThen(Json.text("serviceTermsExpireDate", date -> day))
                                            .accept(response);
                                }))
                        .alsoBlaming("LNK-BIZ-08", "dates that change are not those of the person"),
                new Fault(
                        "forgets-endpoints-every-other-time",
                        "LNK-BEH-01",
                        new Text("계좌 목록을 두 번에 한 번씩 endpoint 없이 보낸다.", "Every other list of accounts has no endpoints."),
                        counting((count, response) -> response.path("vtAccList").forEach(account -> {
                            if (count % 2 == 0) {
                                ((ObjectNode) account).remove("endpoint");
                            }
                        }))),
                new Fault(
                        "fails-on-first-question-about-a-member",
                        "LNK-BEH-02",
                        new Text("회원마다 첫 조회에 500으로 응답한다.", "The response to the first request for each member is 500."),
                        BehFaults::failFirst),
                byReqIdConsumer(
                        "answers-nonMember-to-empty-reqIdConsumer",
                        new Text(
                                "reqIdConsumer가 비어 있으면 회원에게 nonMember로 응답한다.",
                                "The result for a member is nonMember if reqIdConsumer is empty."),
                        String::isEmpty,
                        Json.text("result", text -> "nonMember")),
                byReqIdConsumer(
                        "lists-one-account-to-Korean-reqIdConsumer",
                        new Text(
                                "reqIdConsumer가 ASCII가 아니면 첫 계좌만 보낸다.",
                                "Only the first account is listed if reqIdConsumer is not ASCII."),
                        id -> !id.matches("\\p{ASCII}*"),
                        Json.member("vtAccList", BehFaults::first)),
                new Fault(
                        "mixes-people-up",
                        "LNK-BEH-04",
                        new Text(
                                "여러 사람을 잇달아 조회하면 바로 앞 요청의 응답을 보낸다.",
                                "When several people are looked up in quick succession, each request gets the response of the one before."),
                        new MixUp()),
                delivers(
                        "resets-on-large-body",
                        new Text(
                                "0.5MiB 이상인 본문에 응답하지 않고 연결을 재설정한다.",
                                "A body of half a mebibyte or more gets no response: the connection is reset."),
                        request -> request.body().length() >= BIG,
                        new Delivery.Reset()),
                delivers(
                        "resets-without-key",
                        new Text(
                                "키 없는 요청에 응답하지 않고 연결을 재설정한다.",
                                "A request without a key gets no response: the connection is reset."),
                        request -> !request.headers().contains(API_KEY_HEADER) && request.query() == null,
                        new Delivery.Reset()),
                delivers(
                        "never-answers-trailing-slash",
                        new Text(
                                "슬래시로 끝나는 경로에 한 시간 뒤에 응답한다.",
                                "The response to a path with a trailing slash takes an hour."),
                        request -> request.path().endsWith("/"),
                        new Delivery.Late(Duration.ofHours(1), new Delivery.Normal())),
                delivers(
                        "cuts-off-answers-to-PUT",
                        new Text("PUT의 응답이 중간에 끊긴다.", "The response to a PUT is truncated."),
                        request -> request.method().equals("PUT"),
                        new Delivery.Truncated()));
    }

    private static Fault byReqIdConsumer(
            String name, Text description, Predicate<String> which, Consumer<ObjectNode> change) {
        return new Fault(name, "LNK-BEH-03", description, Rewrite.response((request, response) -> {
            JsonNode id = Json.object(request.body())
                    .map(body -> body.at("/commonHeader/reqIdConsumer"))
                    .orElse(JsonNodeFactory.instance.missingNode());
            return response.status() == 200 && id.isTextual() && which.test(id.asText())
                    ? response.withBody(Json.changed(response.body(), change))
                    : response;
        }));
    }

    private static Fault delivers(String name, Text description, Predicate<Request> which, Delivery delivery) {
        return new Fault(
                name,
                "LNK-BEH-05",
                description,
                Rewrite.response(
                        (request, response) -> which.test(request) ? response.withDelivery(delivery) : response));
    }

    /** Changes each successful response depending on its number. */
    private static Interceptor counting(BiConsumer<Integer, ObjectNode> change) {
        return (next, setup) -> {
            AtomicInteger count = new AtomicInteger();
            return request -> {
                Response response = next.handle(request);
                return response.status() == 200
                        ? response.withBody(
                                Json.changed(response.body(), body -> change.accept(count.incrementAndGet(), body)))
                        : response;
            };
        };
    }

    private static Handler failFirst(Handler next, Interceptor.Setup setup) {
        Set<String> asked = ConcurrentHashMap.newKeySet();
        return request -> {
            Response response = next.handle(request);
            return response.status() == 200
                            && BizFaults.isMember(next, request)
                            && asked.add(request.path() + Json.text(request.body(), "/commonHeader/ci"))
                    ? Response.error(ErrorResponse.INTERNAL_SERVER_ERROR)
                    : response;
        };
    }

    private static JsonNode first(JsonNode list) {
        return list.isEmpty() ? list : JsonNodeFactory.instance.arrayNode().add(list.get(0));
    }
}

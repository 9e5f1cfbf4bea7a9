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

/** Clause family D11: what else than the request decides about a response. What a gateway remembers is its own. */
final class BehFaults {
    private static final LocalDate DAY = LocalDate.of(2030, 1, 1);
    private static final int BIG = 1 << 19;

    private BehFaults() {}

    static List<Fault> faults() {
        return List.of(
                new Fault(
                        "answers-later-date-each-time",
                        "LNK-BEH-01",
                        "Expiry dates are a day later with every response.",
                        counting((count, response) -> {
                            String day = DAY.plusDays(count).format(DateTimeFormatter.BASIC_ISO_DATE);
                            Json.text("commonTermsExpireDate", date -> day)
                                    .andThen(Json.text("serviceTermsExpireDate", date -> day))
                                    .accept(response);
                        })),
                new Fault(
                        "forgets-aliases-every-other-time",
                        "LNK-BEH-01",
                        "Every other list of accounts has no aliases.",
                        counting((count, response) -> response.path("vtAccList").forEach(account -> {
                            if (count % 2 == 0) {
                                ((ObjectNode) account).remove("vtAccAlias");
                            }
                        }))),
                new Fault(
                        "fails-on-first-question-about-a-member",
                        "LNK-BEH-02",
                        "The first question about each member is answered with 500.",
                        BehFaults::failFirst),
                byReqIdConsumer(
                        "answers-nonMember-to-empty-reqIdConsumer",
                        "A member is answered with nonMember if reqIdConsumer is empty.",
                        String::isEmpty,
                        Json.text("result", text -> "nonMember")),
                byReqIdConsumer(
                        "lists-one-account-to-Korean-reqIdConsumer",
                        "Only the first account is listed if reqIdConsumer is not in ASCII.",
                        id -> !id.matches("\\p{ASCII}*"),
                        Json.member("vtAccList", BehFaults::first)),
                new Fault(
                        "mixes-people-up",
                        "LNK-BEH-04",
                        "While several people are asked for in quick succession, each gets the response to the question before.",
                        new MixUp()),
                delivers(
                        "resets-on-large-body",
                        "A body of half a mebibyte or more gets no response: the connection is reset.",
                        request -> request.body().length() >= BIG,
                        new Delivery.Reset()),
                delivers(
                        "resets-without-key",
                        "A request without a key gets no response: the connection is reset.",
                        request -> !request.headers().contains(API_KEY_HEADER) && request.query() == null,
                        new Delivery.Reset()),
                delivers(
                        "never-answers-trailing-slash",
                        "A path with a slash at its end is not answered for an hour.",
                        request -> request.path().endsWith("/"),
                        new Delivery.Late(Duration.ofHours(1), new Delivery.Normal())),
                delivers(
                        "cuts-off-answers-to-PUT",
                        "The response to a PUT ends too early.",
                        request -> request.method().equals("PUT"),
                        new Delivery.Truncated()));
    }

    private static Fault byReqIdConsumer(
            String name, String description, Predicate<String> which, Consumer<ObjectNode> change) {
        return new Fault(name, "LNK-BEH-03", description, Rewrite.response((request, response) -> {
            JsonNode id = Json.object(request.body())
                    .map(body -> body.at("/commonHeader/reqIdConsumer"))
                    .orElse(JsonNodeFactory.instance.missingNode());
            return response.status() == 200 && id.isTextual() && which.test(id.asText())
                    ? response.withBody(Json.changed(response.body(), change))
                    : response;
        }));
    }

    private static Fault delivers(String name, String description, Predicate<Request> which, Delivery delivery) {
        return new Fault(
                name,
                "LNK-BEH-05",
                description,
                Rewrite.response(
                        (request, response) -> which.test(request) ? response.withDelivery(delivery) : response));
    }

    /** Changes each success by its number. */
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

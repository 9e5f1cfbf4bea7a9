package io.github.servicelinkage.stub.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.servicelinkage.stub.message.Text;
import java.util.List;
import java.util.function.Predicate;

/** REQ: gateways that refuse the document's own example on every operation, and accept another form that the contract allows. */
final class ReqFormFaults {
    private ReqFormFaults() {}

    static List<Fault> faults() {
        return List.of(
                new Fault(
                        "requires-reqIdPlatform",
                        "LNK-REQ-10",
                        new Text("reqIdPlatform 없는 요청을 거부한다.", "A request without reqIdPlatform is rejected."),
                        Rewrite.refuseJson(
                                request -> header(request, "reqIdPlatform").isMissingNode())),
                new Fault(
                                "refuses-hyphen-in-reqIdConsumer",
                                "LNK-REQ-16",
                                new Text("하이픈이 든 reqIdConsumer를 거부한다.", "A reqIdConsumer with a hyphen is rejected."),
                                Rewrite.refuseJson(freeText(text -> text.contains("-"))))
                        .alsoBlaming("LNK-BEH-03", "values of reqIdConsumer with a hyphen are among those compared"));
    }

    private static Predicate<ObjectNode> freeText(Predicate<String> which) {
        return request -> which.test(header(request, "reqIdConsumer").asText());
    }

    private static JsonNode header(ObjectNode request, String name) {
        return request.path("commonHeader").path(name);
    }
}

package io.github.servicelinkage.conformance.pact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.servicelinkage.conformance.exchange.HttpExchanger;
import io.github.servicelinkage.conformance.exchange.Target;
import io.github.servicelinkage.conformance.subject.Subjects;
import io.github.servicelinkage.conformance.subject.SubjectsFile;
import io.github.servicelinkage.stub.mock.Answer;
import io.github.servicelinkage.stub.mock.Fault;
import io.github.servicelinkage.stub.mock.Interceptor;
import io.github.servicelinkage.stub.mock.MockGateway;
import io.github.servicelinkage.stub.mock.Request;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** Gateways that are wrong in one respect, and what a verification says of them. */
final class Gateways {

    private Gateways() {}

    static List<PactOutcome> verify(BiFunction<Request, Answer, Answer> change) throws IOException {
        return verify(change, SubjectsFile.sandbox(), List.of());
    }

    static List<PactOutcome> verify(BiFunction<Request, Answer, Answer> change, Subjects subjects, List<String> sources)
            throws IOException {
        try (MockGateway gateway = changed(change)) {
            Target target = target(gateway);
            return verify(target, subjects, sources);
        }
    }

    static List<PactOutcome> verify(Target target, Subjects subjects, List<String> sources) {
        List<PactOutcome> outcomes = new ArrayList<>();
        List<PactSource> pacts = PactSource.find(sources, target.timeout(), target.caFile());
        new PactVerification(target, subjects, pacts).verify(new HttpExchanger(target), name -> true, outcomes::add);
        return outcomes;
    }

    /** A gateway whose every answer is changed. */
    static MockGateway changed(BiFunction<Request, Answer, Answer> change) throws IOException {
        Interceptor changing = (next, setup) -> request -> change.apply(request, next.handle(request));
        return MockGateway.builder()
                .fault(new Fault("changed", "none", "changed by the test", changing))
                .start();
    }

    static Target target(MockGateway gateway) {
        return target(gateway.url(), gateway.apiKey());
    }

    static Target target(URI url, String apiKey) {
        return new Target("gateway", url, apiKey, Duration.ofSeconds(30), Optional.empty());
    }

    static Answer same(Request request, Answer answer) {
        return answer;
    }

    /** Changes the JSON of every answer of success. */
    static BiFunction<Request, Answer, Answer> success(Consumer<ObjectNode> change) {
        return (request, answer) -> {
            if (answer.status() != 200) {
                return answer;
            }
            try {
                ObjectNode json =
                        (ObjectNode) new ObjectMapper().readTree(answer.body().toString());
                change.accept(json);
                return answer.withBody(Buffer.buffer(json.toString()));
            } catch (JsonProcessingException impossible) {
                throw new IllegalStateException(impossible);
            }
        };
    }
}

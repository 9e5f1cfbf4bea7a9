package io.github.servicelinkage.conformance.pact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.servicelinkage.conformance.exchange.HttpExchanger;
import io.github.servicelinkage.conformance.exchange.Target;
import io.github.servicelinkage.conformance.subject.Subjects;
import io.github.servicelinkage.conformance.subject.SubjectsFile;
import io.github.servicelinkage.stub.exchange.Bytes;
import io.github.servicelinkage.stub.exchange.Interceptor;
import io.github.servicelinkage.stub.exchange.Request;
import io.github.servicelinkage.stub.exchange.Response;
import io.github.servicelinkage.stub.fault.Fault;
import io.github.servicelinkage.stub.message.Text;
import io.github.servicelinkage.stub.mock.MockGateway;
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

    static List<PactOutcome> verify(BiFunction<Request, Response, Response> change) throws IOException {
        return verify(change, SubjectsFile.sandbox(), List.of());
    }

    static List<PactOutcome> verify(
            BiFunction<Request, Response, Response> change, Subjects subjects, List<String> sources)
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

    /** A gateway whose every response is changed. */
    static MockGateway changed(BiFunction<Request, Response, Response> change) throws IOException {
        Interceptor changing = (next, setup) -> request -> change.apply(request, next.handle(request));
        return MockGateway.builder()
                .fault(new Fault("changed", "none", Text.same("changed by the test"), changing))
                .start();
    }

    static Target target(MockGateway gateway) {
        return target(gateway.url(), gateway.apiKey());
    }

    static Target target(URI url, String apiKey) {
        return new Target("gateway", url, apiKey, Duration.ofSeconds(30), Optional.empty());
    }

    static Response same(Request request, Response response) {
        return response;
    }

    /** Changes the JSON of every response of success. */
    static BiFunction<Request, Response, Response> success(Consumer<ObjectNode> change) {
        return (request, response) -> {
            if (response.status() != 200) {
                return response;
            }
            try {
                ObjectNode json =
                        (ObjectNode) new ObjectMapper().readTree(response.body().text());
                change.accept(json);
                return response.withBody(Bytes.of(json.toString()));
            } catch (JsonProcessingException impossible) {
                throw new IllegalStateException(impossible);
            }
        };
    }
}

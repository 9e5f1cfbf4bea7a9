package io.github.servicelinkage.stub.mock;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.servicelinkage.stub.api.ServiceLinkageApi.ErrorAnswer;
import io.github.servicelinkage.stub.contract.ContractJson;
import io.github.servicelinkage.stub.data.GatewayData.Person;
import io.github.servicelinkage.stub.data.ReservedPerson;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets a caller choose, for one request, how the gateway behaves: by the header {@value MockGateway#SCENARIO_HEADER}, or by asking for a reserved person
 * (see {@link ReservedPerson}).
 */
final class Scenarios implements Handler {
    private static final CharSequence HEADER = HttpHeaders.createOptimized(MockGateway.SCENARIO_HEADER);

    private static final int MOST_KEPT = 1_000;
    private static final int LONGEST_KEPT = 200;

    private final Handler next;
    /** By their text: some faults remember what they were asked before. */
    private final Map<String, Handler> played = new ConcurrentHashMap<>();

    private final ScenarioSteps steps;
    private final Person standIn;

    /**
     * Scenarios on top of a gateway.
     *
     * @param next the gateway as it is without a scenario
     * @param standIn whose answers a reserved person gets, before the scenario changes them
     */
    Scenarios(Handler next, ScenarioSteps steps, Person standIn) {
        this.next = next;
        this.steps = steps;
        this.standIn = standIn;
    }

    @Override
    public Answer handle(Request request) {
        String scenario = request.headers().get(HEADER);
        Handler asked = scenario == null ? next : play(scenario);
        try {
            return asked.handle(request);
        } catch (ReservedPerson reserved) {
            return play(reserved.scenario()).handle(withStandIn(request));
        }
    }

    private Handler play(String scenario) {
        Handler known = played.get(scenario);
        if (known != null) {
            return known;
        }
        Optional<Handler> made = steps.around(next, scenario);
        if (made.isPresent() && scenario.length() <= LONGEST_KEPT && played.size() < MOST_KEPT) {
            return Objects.requireNonNullElse(played.putIfAbsent(scenario, made.get()), made.get());
        }
        return made.orElse(request ->
                Answer.error(ErrorAnswer.BAD_REQUEST, MockGateway.SCENARIO_HEADER + ": there is no such scenario"));
    }

    private Request withStandIn(Request request) {
        ObjectNode body = ContractJson.read(ObjectNode.class, request.body().getBytes());
        body.withObject("/commonHeader").put("ci", standIn.ci());
        body.withObject("/body").put("korName", standIn.korName());
        return request.withBody(Buffer.buffer(ContractJson.write(body)));
    }
}

package io.github.servicelinkage.stub.scenario;

import io.github.servicelinkage.stub.api.ServiceLinkageApi.ErrorResponse;
import io.github.servicelinkage.stub.exchange.Handler;
import io.github.servicelinkage.stub.exchange.Interceptor.Setup;
import io.github.servicelinkage.stub.exchange.Request;
import io.github.servicelinkage.stub.exchange.Response;
import io.github.servicelinkage.stub.message.Text;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets a caller choose the gateway's behaviour for one request: by the header {@value #HEADER}, or by asking for a reserved person in
 * an otherwise valid request.
 */
public final class Scenarios implements Handler {
    /** The header field that names the scenario. */
    public static final String HEADER = "X-Mock-Scenario";

    private static final int MOST_KEPT = 1_000;
    private static final int LONGEST_KEPT = 200;

    private final Handler next;
    /** By their text: some faults remember earlier requests. */
    private final Map<String, Handler> played = new ConcurrentHashMap<>();

    private final ScenarioSteps steps;
    private final StandIn standIn;

    /**
     * Scenarios around a gateway.
     *
     * @param next the gateway as it is without a scenario
     * @param setup what the gateway was started with
     * @param standIn whose data a reserved person gets
     */
    public Scenarios(Handler next, Setup setup, StandIn standIn) {
        this.next = next;
        this.steps = new ScenarioSteps(setup);
        this.standIn = standIn;
    }

    /** The steps that a scenario is made of, as they are written, each with what it does. Names of faults are steps, too. */
    public static Map<String, Text> steps() {
        return ScenarioSteps.described();
    }

    @Override
    public Response handle(Request request) {
        Optional<ReservedPerson> reserved = ReservedPerson.in(request).filter(person -> isValid(request));
        if (reserved.isPresent()) {
            return play(reserved.get().scenario())
                    .handle(request.withBody(reserved.get().replacedBy(standIn)));
        }
        String scenario = request.headers().get(HEADER);
        return scenario == null ? next.handle(request) : play(scenario).handle(request);
    }

    private boolean isValid(Request request) {
        return next.handle(request).status() < 300;
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
        return made.orElse(
                request -> Response.error(ErrorResponse.BAD_REQUEST, HEADER + ": there is no such scenario"));
    }
}

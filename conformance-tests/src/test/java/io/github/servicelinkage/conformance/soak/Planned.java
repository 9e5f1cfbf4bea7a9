package io.github.servicelinkage.conformance.soak;

import io.github.servicelinkage.conformance.check.Case;
import io.github.servicelinkage.conformance.check.Plan;
import io.github.servicelinkage.conformance.check.PlanContext;
import io.github.servicelinkage.conformance.exchange.Exchanger;
import io.github.servicelinkage.conformance.exchange.Request;
import io.github.servicelinkage.stub.mock.MockGateway;
import java.util.List;
import java.util.Random;

/** Sends what the suite plans, valid and invalid, in any order; now and then with a scenario, so that an error is asked for. */
final class Planned implements Load.Act {
    private static final int ONE_IN = 10;

    private final Exchanger exchanger;
    private final Load load;
    private final Random random;
    private final List<Request> requests;
    /** Those without a number; a slow response takes seconds, for which everybody would be held. */
    private final List<String> scenarios = MockGateway.scenarios().keySet().stream()
            .filter(name -> name.matches("[a-z-]+") && !name.equals("slow"))
            .toList();

    Planned(Exchanger exchanger, Load load, PlanContext context, Random random) {
        this.exchanger = exchanger;
        this.load = load;
        this.random = random;
        requests = Plan.of(context, requirement -> true).checks().stream()
                .flatMap(check -> check.cases().stream().map(Case::request))
                .toList();
    }

    @Override
    public void run() {
        Request request = requests.get(random.nextInt(requests.size()));
        if (random.nextInt(ONE_IN) == 0) {
            String scenario = scenarios.get(random.nextInt(scenarios.size()));
            exchanger.send(request.withHeader(MockGateway.SCENARIO_HEADER, scenario));
            return;
        }
        exchanger
                .send(request)
                .response()
                .ifPresentOrElse(
                        response -> {
                            if (response.status() >= 500) {
                                load.violated("suite: status " + response.status());
                            }
                        },
                        () -> load.violated("suite: no response"));
    }
}

package io.github.servicelinkage.stub.fault;

import io.github.servicelinkage.stub.mock.Fault;
import io.github.servicelinkage.stub.mock.FaultCatalogue;
import java.util.Optional;

/** Gives {@link Faults} to scenarios: a service provider, named in {@code META-INF/services}. */
public final class ScenarioFaults implements FaultCatalogue {
    @Override
    public Optional<Fault> named(String name) {
        return Faults.named(name);
    }
}

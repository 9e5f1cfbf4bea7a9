package io.github.servicelinkage.stub.mock;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.ServiceLoader.Provider;

/**
 * Knows faults by name, so that a scenario can play them. The gateway finds catalogues by {@link ServiceLoader} when the first such
 * name is asked for, and need not know who writes them. Thread-safe.
 */
@FunctionalInterface
public interface FaultCatalogue {
    /** The fault of this name, or empty. */
    Optional<Fault> named(String name);

    /** The fault of this name in whichever catalogue on the class path knows it. */
    static Optional<Fault> find(String name) {
        return Found.ALL.stream()
                .flatMap(catalogue -> catalogue.named(name).stream())
                .findFirst();
    }

    /** Loaded at first use: most gateways are never asked for a fault. */
    final class Found {
        private static final List<FaultCatalogue> ALL =
                ServiceLoader.load(FaultCatalogue.class, FaultCatalogue.class.getClassLoader()).stream()
                        .map(Provider::get)
                        .toList();

        private Found() {}
    }
}

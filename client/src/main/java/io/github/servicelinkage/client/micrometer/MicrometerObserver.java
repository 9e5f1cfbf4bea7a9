package io.github.servicelinkage.client.micrometer;

import io.github.servicelinkage.client.observe.Attempt;
import io.github.servicelinkage.client.observe.Observer;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.RequestReplySenderContext;

/**
 * Reports each attempt as a Micrometer observation: a timer, a span, or both, depending on the registry. The trace context
 * is propagated in the header fields that the registry's tracer sets.
 *
 * <p>Name {@value #NAME}. Low-cardinality keys: {@code operation}, {@code status} (the HTTP status or {@code none}) and
 * {@code exception} (its simple name or {@code none}); high-cardinality keys: {@code reqIdConsumer} and {@code
 * try}. Thread-safe.
 */
public final class MicrometerObserver implements Observer {

    /** Name of the observations. */
    public static final String NAME = "service.linkage.client";

    private static final String NONE = "none";

    private final ObservationRegistry registry;

    /**
     * Reports to a registry.
     *
     * @param registry receives the observations
     */
    @SuppressWarnings("exports") // Only callers of this constructor need the registry's module.
    public MicrometerObserver(ObservationRegistry registry) {
        this.registry = registry;
    }

    @Override
    public Watch started(Attempt attempt) {
        RequestReplySenderContext<Attempt, Ending> context = new RequestReplySenderContext<>((carrier, name, value) -> {
            if (carrier != null) {
                carrier.header(name, value);
            }
        });
        context.setCarrier(attempt);
        Observation observation = Observation.createNotStarted(NAME, () -> context, registry)
                .contextualName(attempt.operationId())
                .lowCardinalityKeyValue("operation", attempt.operationId())
                .highCardinalityKeyValue("reqIdConsumer", attempt.requestId())
                .highCardinalityKeyValue("attempt", Integer.toString(attempt.number()))
                .start();
        Observation.Scope scope = observation.openScope();
        return ending -> {
            scope.close();
            context.setResponse(ending);
            ending.failure().ifPresent(observation::error);
            observation
                    .lowCardinalityKeyValue(
                            "status",
                            ending.status().isPresent()
                                    ? Integer.toString(ending.status().getAsInt())
                                    : NONE)
                    .lowCardinalityKeyValue(
                            "exception", // A tracer would take a key named "error" for the failure itself.
                            ending.failure()
                                    .map(failure -> failure.getClass().getSimpleName())
                                    .orElse(NONE))
                    .stop();
        };
    }
}

package io.github.servicelinkage.client.micrometer;

import io.github.servicelinkage.client.call.Attempt;
import io.github.servicelinkage.client.call.Observer;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.RequestReplySenderContext;

/**
 * Makes a Micrometer observation of each try: a timer, a span, or both, as the registry is set up. The trace context
 * travels in the header fields that the registry's tracer sets.
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
     * @param registry where observations go
     */
    @SuppressWarnings("exports") // Who names a registry requires its module; nobody else has to have it.
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
                .highCardinalityKeyValue("try", Integer.toString(attempt.number()))
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
                            "exception", // A tracer takes one of the name "error" for the failure itself.
                            ending.failure()
                                    .map(failure -> failure.getClass().getSimpleName())
                                    .orElse(NONE))
                    .stop();
        };
    }
}

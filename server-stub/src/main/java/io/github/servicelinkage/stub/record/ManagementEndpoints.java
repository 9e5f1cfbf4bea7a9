package io.github.servicelinkage.stub.record;

import io.github.servicelinkage.stub.api.ServiceLinkageApi;
import io.github.servicelinkage.stub.exchange.Bytes;
import io.github.servicelinkage.stub.exchange.Headers;
import io.github.servicelinkage.stub.exchange.Request;
import io.github.servicelinkage.stub.exchange.Response;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Management endpoints outside the contract: {@value #HEALTH} and {@value #METRICS}. */
public final class ManagementEndpoints {
    private static final String HEALTH = "/health";
    private static final String METRICS = "/metrics";

    private final MetricsText metrics;

    /**
     * The endpoints of a gateway.
     *
     * @param metrics what it has counted
     * @param connections number of its open connections
     */
    public ManagementEndpoints(Metrics metrics, LongSupplier connections) {
        this.metrics = new MetricsText(metrics, connections);
    }

    /** Responds to a request for one of these endpoints; empty for any other request. */
    public Optional<Response> respond(Request request) {
        return switch (request.path()) {
            case HEALTH -> response("application/json", "{\"status\":\"UP\"}");
            case METRICS -> response("text/plain; version=0.0.4; charset=utf-8", metrics.write());
            default -> Optional.empty();
        };
    }

    private static Optional<Response> response(String type, String body) {
        Headers headers = Headers.of(Map.of("Content-Type", type, ServiceLinkageApi.CACHE_CONTROL, "no-store"));
        return Optional.of(new Response(200, headers, Bytes.of(body)));
    }
}

package io.github.servicelinkage.stub.record;

import io.github.servicelinkage.stub.api.ServiceLinkageApi.Route;
import io.github.servicelinkage.stub.contract.Routes;
import io.github.servicelinkage.stub.exchange.Request;
import java.util.Set;

/** What of a request line may be shown: any text, personal too, can be sent as method or path. */
final class RequestLine {
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH");

    private RequestLine() {}

    /** The method, if it is one of HTTP's. */
    static String method(Request request) {
        return METHODS.contains(request.method()) ? request.method() : "other";
    }

    /** The operation that the path names, or {@code none}. */
    static String operation(Request request) {
        return Routes.of(request.path()).map(Route::operationId).orElse("none");
    }

    /** The path, if it is one of the contract's. */
    static String path(Request request) {
        return Routes.of(request.path()).map(Routes::path).orElse("/unknown");
    }
}

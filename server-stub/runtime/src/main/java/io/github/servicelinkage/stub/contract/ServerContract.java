package io.github.servicelinkage.stub.contract;

import io.github.servicelinkage.stub.api.ServiceLinkageApi;
import io.github.servicelinkage.stub.api.ServiceLinkageApi.ErrorResponse;
import io.github.servicelinkage.stub.api.ServiceLinkageApi.Route;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Validates a request and calls its operation. The order is path, method, key, media type, size, UTF-8, JSON, limits, and only then
 * the operation, so that a caller without a key learns nothing about valid requests. Thread-safe if the operations are.
 */
public final class ServerContract {
    /** Maximum size of a request body in bytes, more than a hundred times the longest valid request. */
    public static final int MAX_BODY_BYTES = 1 << 20;

    private final Function<String, Optional<ServiceLinkageApi>> callers;

    /**
     * A contract whose operations depend on the caller's key.
     *
     * @param callers returns the operations as the holder of this key sees them; empty for an unknown key
     */
    public ServerContract(Function<String, Optional<ServiceLinkageApi>> callers) {
        this.callers = callers;
    }

    /**
     * Responds to a request.
     *
     * @param method HTTP method
     * @param path path of the request, from the root, without the query
     * @param headers returns all values of a header field, whose name is case-insensitive
     * @param body the bytes of the body; one byte more than {@link #MAX_BODY_BYTES} is enough of a longer one
     */
    public ContractResponse respond(String method, String path, Function<String, List<String>> headers, byte[] body) {
        try {
            Route<?, ?> route = Routes.of(path).orElseThrow(() -> new ErrorResponseException(ErrorResponse.NOT_FOUND));
            if (!route.method().equals(method)) {
                return ContractResponse.error(ErrorResponse.METHOD_NOT_ALLOWED, "")
                        .withHeader("Allow", route.method());
            }
            ServiceLinkageApi api = authenticate(headers.apply(ServiceLinkageApi.API_KEY_HEADER));
            requireJson(headers.apply("Content-Type"), headers.apply("Content-Encoding"));
            if (body.length > MAX_BODY_BYTES) {
                throw new ErrorResponseException(
                        ErrorResponse.BAD_REQUEST, "body: more than " + MAX_BODY_BYTES + " bytes");
            }
            return ContractResponse.success(call(route, api, body));
        } catch (ErrorResponseException e) {
            return ContractResponse.error(e.response(), e.getMessage());
        }
    }

    private ServiceLinkageApi authenticate(List<String> keys) {
        return (keys.size() == 1 ? callers.apply(keys.get(0)) : Optional.<ServiceLinkageApi>empty())
                .orElseThrow(() -> new ErrorResponseException(ErrorResponse.UNAUTHORIZED));
    }

    private static void requireJson(List<String> types, List<String> encodings) {
        boolean plain = encodings.isEmpty() || encodings.stream().allMatch("identity"::equalsIgnoreCase);
        if (types.size() != 1 || !MediaType.isJson(types.get(0)) || !plain) {
            throw new ErrorResponseException(ErrorResponse.UNSUPPORTED_MEDIA_TYPE);
        }
    }

    private static <Q, A> A call(Route<Q, A> route, ServiceLinkageApi api, byte[] body) {
        Q request = ContractJson.read(route.requestType(), body);
        ContractValidation.validate(request);
        return route.handler().apply(api, request);
    }
}

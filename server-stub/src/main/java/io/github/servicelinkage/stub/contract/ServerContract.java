package io.github.servicelinkage.stub.contract;

import io.github.servicelinkage.stub.api.ServiceLinkageApi;
import io.github.servicelinkage.stub.api.ServiceLinkageApi.ErrorAnswer;
import io.github.servicelinkage.stub.api.ServiceLinkageApi.Route;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Judges a request and lets the operation answer it. The order is path, method, key, media type, size, UTF-8, JSON, limits, and only
 * then the operation, so that nobody without a key learns what a good request looks like. Thread-safe if the operations are.
 */
public final class ServerContract {
    /** Largest request body in bytes; the longest valid request has less than a hundredth of it. */
    public static final int MAX_BODY_BYTES = 1 << 20;

    private final Function<String, Optional<ServiceLinkageApi>> callers;

    /**
     * A contract whose operations are seen by the holder of a key.
     *
     * @param callers gives the operations as the holder of this key sees them, or nothing for a key that is not known
     */
    public ServerContract(Function<String, Optional<ServiceLinkageApi>> callers) {
        this.callers = callers;
    }

    /**
     * Answers a request.
     *
     * @param method HTTP method
     * @param path path of the request, from the root, without the query
     * @param headers gives all values of a header field, whose name is compared without case
     * @param body the bytes of the body; more than {@link #MAX_BODY_BYTES} need not be given
     */
    public ContractAnswer answer(String method, String path, Function<String, List<String>> headers, byte[] body) {
        try {
            Route<?, ?> route = route(path);
            if (!route.method().equals(method)) {
                return ContractAnswer.error(ErrorAnswer.METHOD_NOT_ALLOWED, "").withHeader("Allow", route.method());
            }
            ServiceLinkageApi api = authenticate(headers.apply(ServiceLinkageApi.API_KEY_HEADER));
            requireJson(headers.apply("Content-Type"), headers.apply("Content-Encoding"));
            if (body.length > MAX_BODY_BYTES) {
                throw new ErrorAnswerException(ErrorAnswer.BAD_REQUEST, "body: more than " + MAX_BODY_BYTES + " bytes");
            }
            return ContractAnswer.success(call(route, api, body));
        } catch (ErrorAnswerException e) {
            return ContractAnswer.error(e.answer(), e.getMessage());
        }
    }

    private static Route<?, ?> route(String path) {
        if (path.startsWith(ServiceLinkageApi.BASE_PATH)) {
            for (Route<?, ?> route : ServiceLinkageApi.ROUTES) {
                if (path.length()
                                == ServiceLinkageApi.BASE_PATH.length()
                                        + route.path().length()
                        && path.endsWith(route.path())) {
                    return route;
                }
            }
        }
        throw new ErrorAnswerException(ErrorAnswer.NOT_FOUND);
    }

    private ServiceLinkageApi authenticate(List<String> keys) {
        return (keys.size() == 1 ? callers.apply(keys.get(0)) : Optional.<ServiceLinkageApi>empty())
                .orElseThrow(() -> new ErrorAnswerException(ErrorAnswer.UNAUTHORIZED));
    }

    private static void requireJson(List<String> types, List<String> encodings) {
        boolean plain = encodings.isEmpty() || encodings.stream().allMatch("identity"::equalsIgnoreCase);
        if (types.size() != 1 || !MediaType.isJson(types.get(0)) || !plain) {
            throw new ErrorAnswerException(ErrorAnswer.UNSUPPORTED_MEDIA_TYPE);
        }
    }

    private static <Q, A> A call(Route<Q, A> route, ServiceLinkageApi api, byte[] body) {
        Q request = ContractJson.read(route.requestType(), body);
        ContractValidation.validate(request);
        return route.handler().apply(api, request);
    }
}

package io.github.servicelinkage.stub.contract;

import io.github.servicelinkage.stub.api.ServiceLinkageApi;
import io.github.servicelinkage.stub.api.ServiceLinkageApi.Route;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The only look-up from a request's path to the operation that it names. */
public final class Routes {
    private static final Map<String, Route<?, ?>> BY_PATH =
            ServiceLinkageApi.ROUTES.stream().collect(Collectors.toUnmodifiableMap(Routes::path, Function.identity()));

    private Routes() {}

    /**
     * Finds the operation of a path.
     *
     * @param path path of a request, from the root, without the query, as sent
     * @return the operation; empty for a path that the contract does not have
     */
    public static Optional<Route<?, ?>> of(String path) {
        return Optional.ofNullable(BY_PATH.get(path));
    }

    /** The path of an operation, from the root. */
    public static String path(Route<?, ?> route) {
        return ServiceLinkageApi.BASE_PATH + route.path();
    }
}

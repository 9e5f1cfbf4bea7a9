package io.github.servicelinkage.stub.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.servicelinkage.stub.api.ServiceLinkageApi.ErrorResponse;
import io.github.servicelinkage.stub.api.ServiceLinkageApi.Route;
import io.github.servicelinkage.stub.contract.Routes;
import io.github.servicelinkage.stub.exchange.Bytes;
import io.github.servicelinkage.stub.exchange.Handler;
import io.github.servicelinkage.stub.exchange.Interceptor;
import io.github.servicelinkage.stub.exchange.Request;
import io.github.servicelinkage.stub.exchange.Response;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The building blocks of faults and variants: each returns what {@link Fault#around} takes. None changes a request or a response that
 * it is not about.
 */
final class Rewrite {
    private Rewrite() {}

    /** Limits a difference to one operation. */
    static Interceptor on(Route<?, ?> route, Interceptor around) {
        return (next, setup) -> {
            Handler different = around.around(next, setup);
            return request -> isFor(route, request) ? different.handle(request) : next.handle(request);
        };
    }

    /** Whether a request is for an operation. */
    static boolean isFor(Route<?, ?> route, Request request) {
        return Routes.of(request.path()).filter(found -> found == route).isPresent();
    }

    /** Accepts what a correct gateway rejects, as if it were the corrected request, if that one is valid. */
    static Interceptor accept(UnaryOperator<Request> mend) {
        return (next, setup) -> request -> mended(next, request, mend.apply(request));
    }

    /** Accepts what a correct gateway rejects, as if it had the corrected JSON body, if that one is valid. */
    static Interceptor acceptJson(Consumer<ObjectNode> mend) {
        return accept(request -> {
            Bytes changed = Json.changed(request.body(), mend);
            return changed == request.body() ? request : request.withBody(changed);
        });
    }

    /** The correct response; instead of an error, the one to the corrected request, if that is successful. */
    static Response mended(Handler next, Request request, Request mended) {
        Response response = next.handle(request);
        if (response.status() == 200 || mended == request) {
            return response;
        }
        Response other = next.handle(mended);
        return other.status() == 200 ? other : response;
    }

    /** Rejects with this error what a correct gateway accepts. */
    static Interceptor refuse(Predicate<Request> which, ErrorResponse error) {
        return response((request, response) ->
                response.status() == 200 && which.test(request) ? Response.error(error) : response);
    }

    /** Rejects as a bad request what has such a JSON body and a correct gateway accepts. */
    static Interceptor refuseJson(Predicate<ObjectNode> which) {
        return refuse(request -> Json.object(request.body()).filter(which).isPresent(), ErrorResponse.BAD_REQUEST);
    }

    /** Responds to such requests with this error, valid or not. */
    static Interceptor fail(Predicate<Request> which, ErrorResponse error) {
        return (next, setup) -> request -> which.test(request) ? Response.error(error) : next.handle(request);
    }

    /** Changes every response. */
    static Interceptor response(BiFunction<Request, Response, Response> change) {
        return (next, setup) -> request -> change.apply(request, next.handle(request));
    }

    /** Changes successful responses. */
    static Interceptor success(UnaryOperator<Response> change) {
        return response((request, response) -> response.status() == 200 ? change.apply(response) : response);
    }

    /** Changes error responses. */
    static Interceptor error(UnaryOperator<Response> change) {
        return error((request, response) -> change.apply(response));
    }

    /** Changes error responses, depending on the request. */
    static Interceptor error(BiFunction<Request, Response, Response> change) {
        return response((request, response) -> response.status() >= 400 ? change.apply(request, response) : response);
    }

    /** Changes responses with this status. */
    static Interceptor status(int status, UnaryOperator<Response> change) {
        return response((request, response) -> response.status() == status ? change.apply(response) : response);
    }

    /** Changes the JSON body of successful responses. */
    static Interceptor successJson(Consumer<ObjectNode> change) {
        return success(response -> response.withBody(Json.changed(response.body(), change)));
    }

    /** Changes the JSON body of error responses. */
    static Interceptor errorJson(Consumer<ObjectNode> change) {
        return error(response -> response.withBody(Json.changed(response.body(), change)));
    }
}

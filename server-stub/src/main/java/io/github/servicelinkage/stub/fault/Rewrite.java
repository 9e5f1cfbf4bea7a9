package io.github.servicelinkage.stub.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.servicelinkage.stub.api.ServiceLinkageApi.ErrorResponse;
import io.github.servicelinkage.stub.api.ServiceLinkageApi.Route;
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
 * The building blocks of faults and variants: each gives what {@link io.github.servicelinkage.stub.fault.Fault#around} takes. None
 * touches a request or a response that it is not about.
 */
final class Rewrite {
    private Rewrite() {}

    /** Keeps a difference to one operation. */
    static Interceptor on(Route<?, ?> route, Interceptor around) {
        return (next, setup) -> {
            Handler different = around.around(next, setup);
            return request -> request.path().endsWith(route.path()) ? different.handle(request) : next.handle(request);
        };
    }

    /** Answers what the proper gateway refuses as if it were another request, if that one is a good one. */
    static Interceptor accept(UnaryOperator<Request> mend) {
        return (next, setup) -> request -> mended(next, request, mend.apply(request));
    }

    /** Answers what the proper gateway refuses as if its JSON body were another one, if that one is good. */
    static Interceptor acceptJson(Consumer<ObjectNode> mend) {
        return accept(request -> {
            Bytes changed = Json.changed(request.body(), mend);
            return changed == request.body() ? request : request.withBody(changed);
        });
    }

    /** The proper response; in place of a refusal, the one to the mended request, if that is a success. */
    static Response mended(Handler next, Request request, Request mended) {
        Response response = next.handle(request);
        if (response.status() == 200 || mended == request) {
            return response;
        }
        Response other = next.handle(mended);
        return other.status() == 200 ? other : response;
    }

    /** Refuses, with this error, what the proper gateway would response with success. */
    static Interceptor refuse(Predicate<Request> which, ErrorResponse error) {
        return response((request, response) ->
                response.status() == 200 && which.test(request) ? Response.error(error) : response);
    }

    /** Refuses as a bad request what has such a JSON body and would be answered with success. */
    static Interceptor refuseJson(Predicate<ObjectNode> which) {
        return refuse(request -> Json.object(request.body()).filter(which).isPresent(), ErrorResponse.BAD_REQUEST);
    }

    /** Answers such requests with this error, whatever the proper gateway would say. */
    static Interceptor fail(Predicate<Request> which, ErrorResponse error) {
        return (next, setup) -> request -> which.test(request) ? Response.error(error) : next.handle(request);
    }

    /** Lets the caller see another response. */
    static Interceptor response(BiFunction<Request, Response, Response> change) {
        return (next, setup) -> request -> change.apply(request, next.handle(request));
    }

    /** Lets the caller see another response wherever the proper gateway answers with success. */
    static Interceptor success(UnaryOperator<Response> change) {
        return response((request, response) -> response.status() == 200 ? change.apply(response) : response);
    }

    /** Lets the caller see another response wherever the proper gateway answers with an error. */
    static Interceptor error(UnaryOperator<Response> change) {
        return error((request, response) -> change.apply(response));
    }

    /** The same, with what was asked. */
    static Interceptor error(BiFunction<Request, Response, Response> change) {
        return response((request, response) -> response.status() >= 400 ? change.apply(request, response) : response);
    }

    /** Lets the caller see another response wherever the proper gateway answers with this status. */
    static Interceptor status(int status, UnaryOperator<Response> change) {
        return response((request, response) -> response.status() == status ? change.apply(response) : response);
    }

    /** Lets the caller see another JSON body in answers of success. */
    static Interceptor successJson(Consumer<ObjectNode> change) {
        return success(response -> response.withBody(Json.changed(response.body(), change)));
    }

    /** Lets the caller see another JSON body in error answers. */
    static Interceptor errorJson(Consumer<ObjectNode> change) {
        return error(response -> response.withBody(Json.changed(response.body(), change)));
    }
}

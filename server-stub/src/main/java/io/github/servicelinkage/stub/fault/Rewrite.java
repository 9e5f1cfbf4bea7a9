package io.github.servicelinkage.stub.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.servicelinkage.stub.api.ServiceLinkageApi.ErrorAnswer;
import io.github.servicelinkage.stub.api.ServiceLinkageApi.Route;
import io.github.servicelinkage.stub.mock.Answer;
import io.github.servicelinkage.stub.mock.Handler;
import io.github.servicelinkage.stub.mock.Interceptor;
import io.github.servicelinkage.stub.mock.Request;
import io.vertx.core.buffer.Buffer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The building blocks of faults and variants: each gives what {@link io.github.servicelinkage.stub.mock.Fault#around} takes. None
 * touches a request or an answer that it is not about.
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
            Buffer changed = Json.changed(request.body(), mend);
            return changed == request.body() ? request : request.withBody(changed);
        });
    }

    /** The proper answer; in place of a refusal, the one to the mended request, if that is a success. */
    static Answer mended(Handler next, Request request, Request mended) {
        Answer answer = next.handle(request);
        if (answer.status() == 200 || mended == request) {
            return answer;
        }
        Answer other = next.handle(mended);
        return other.status() == 200 ? other : answer;
    }

    /** Refuses, with this error, what the proper gateway would answer with success. */
    static Interceptor refuse(Predicate<Request> which, ErrorAnswer error) {
        return answer(
                (request, answer) -> answer.status() == 200 && which.test(request) ? Answer.error(error) : answer);
    }

    /** Refuses as a bad request what has such a JSON body and would be answered with success. */
    static Interceptor refuseJson(Predicate<ObjectNode> which) {
        return refuse(request -> Json.object(request.body()).filter(which).isPresent(), ErrorAnswer.BAD_REQUEST);
    }

    /** Answers such requests with this error, whatever the proper gateway would say. */
    static Interceptor fail(Predicate<Request> which, ErrorAnswer error) {
        return (next, setup) -> request -> which.test(request) ? Answer.error(error) : next.handle(request);
    }

    /** Lets the caller see another answer. */
    static Interceptor answer(BiFunction<Request, Answer, Answer> change) {
        return (next, setup) -> request -> change.apply(request, next.handle(request));
    }

    /** Lets the caller see another answer wherever the proper gateway answers with success. */
    static Interceptor success(UnaryOperator<Answer> change) {
        return answer((request, answer) -> answer.status() == 200 ? change.apply(answer) : answer);
    }

    /** Lets the caller see another answer wherever the proper gateway answers with an error. */
    static Interceptor error(UnaryOperator<Answer> change) {
        return error((request, answer) -> change.apply(answer));
    }

    /** The same, with what was asked. */
    static Interceptor error(BiFunction<Request, Answer, Answer> change) {
        return answer((request, answer) -> answer.status() >= 400 ? change.apply(request, answer) : answer);
    }

    /** Lets the caller see another answer wherever the proper gateway answers with this status. */
    static Interceptor status(int status, UnaryOperator<Answer> change) {
        return answer((request, answer) -> answer.status() == status ? change.apply(answer) : answer);
    }

    /** Lets the caller see another JSON body in answers of success. */
    static Interceptor successJson(Consumer<ObjectNode> change) {
        return success(answer -> answer.withBody(Json.changed(answer.body(), change)));
    }

    /** Lets the caller see another JSON body in error answers. */
    static Interceptor errorJson(Consumer<ObjectNode> change) {
        return error(answer -> answer.withBody(Json.changed(answer.body(), change)));
    }
}

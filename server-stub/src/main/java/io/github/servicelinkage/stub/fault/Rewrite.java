package io.github.servicelinkage.stub.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.servicelinkage.stub.api.ServiceLinkageApi.ErrorAnswer;
import io.github.servicelinkage.stub.mock.Answer;
import io.github.servicelinkage.stub.mock.Interceptor;
import io.github.servicelinkage.stub.mock.Request;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The building blocks of faults: each gives what {@link io.github.servicelinkage.stub.mock.Fault#around} takes. */
final class Rewrite {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Rewrite() {}

    /** Lets the proper gateway see another request. */
    static Interceptor request(UnaryOperator<Request> change) {
        return (next, setup) -> request -> next.handle(change.apply(request));
    }

    /** Lets the proper gateway see another JSON body; a body that is no JSON object passes unchanged. */
    static Interceptor requestJson(Consumer<ObjectNode> change) {
        return request(request -> request.withBody(json(request.body(), change)));
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
        return answer((request, answer) -> answer.status() >= 400 ? change.apply(answer) : answer);
    }

    /** Lets the caller see another JSON body in answers of success. */
    static Interceptor successJson(Consumer<ObjectNode> change) {
        return success(answer -> answer.withBody(json(answer.body(), change)));
    }

    /** Lets the caller see another JSON body in error answers. */
    static Interceptor errorJson(Consumer<ObjectNode> change) {
        return error(answer -> answer.withBody(json(answer.body(), change)));
    }

    /** Refuses, with this error, what the proper gateway would answer with success. */
    static Interceptor refuse(Predicate<Request> which, ErrorAnswer error) {
        return (next, setup) -> request -> {
            Answer answer = next.handle(request);
            return answer.status() == 200 && which.test(request) ? Answer.error(error) : answer;
        };
    }

    /** A JSON object with a change made to it; anything else as it is. */
    static Buffer json(Buffer body, Consumer<ObjectNode> change) {
        if (!(tree(body) instanceof ObjectNode object)) {
            return body;
        }
        change.accept(object);
        return Buffer.buffer(object.toString());
    }

    /** A text member of one of the objects in a request; empty if there is none. */
    static String textOf(Buffer body, String object, String member) {
        return tree(body).path(object).path(member).asText();
    }

    private static JsonNode tree(Buffer body) {
        try {
            return JSON.readTree(body.getBytes());
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    /** Changes a text member of the outer object, if it is there. */
    static Consumer<ObjectNode> text(String member, UnaryOperator<String> change) {
        return node -> {
            if (node.path(member).isTextual()) {
                node.put(member, change.apply(node.path(member).textValue()));
            }
        };
    }

    /** Changes a text member of an inner object, for instance {@code body} and {@code korName}, if it is there. */
    static Consumer<ObjectNode> text(String object, String member, UnaryOperator<String> change) {
        return root -> {
            if (root.path(object) instanceof ObjectNode node) {
                text(member, change).accept(node);
            }
        };
    }
}

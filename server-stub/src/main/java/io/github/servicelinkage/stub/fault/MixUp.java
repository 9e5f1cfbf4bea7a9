package io.github.servicelinkage.stub.fault;

import io.github.servicelinkage.stub.exchange.Handler;
import io.github.servicelinkage.stub.exchange.Interceptor;
import io.github.servicelinkage.stub.exchange.Response;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Acts like a data race on a shared variable, but predictably: once requests for a few people alternate, each gets the response of the
 * one before.
 */
final class MixUp implements Interceptor {
    private static final int REMEMBERED = 12;
    private static final int PEOPLE = 3;

    private record Question(String ci, Response response) {}

    @Override
    public Handler around(Handler next, Setup setup) {
        Map<String, Deque<Question>> byPath = new HashMap<>();
        return request -> {
            Response response = next.handle(request);
            if (response.status() != 200) {
                return response;
            }
            synchronized (byPath) {
                Deque<Question> recent = byPath.computeIfAbsent(request.path(), path -> new ArrayDeque<>());
                Response given = isBusy(recent) ? recent.getLast().response() : response;
                recent.addLast(new Question(Json.text(request.body(), "/commonHeader/ci"), response));
                if (recent.size() > REMEMBERED) {
                    recent.removeFirst();
                }
                return given;
            }
        };
    }

    /** Whether several people have been looked up repeatedly of late. */
    private static boolean isBusy(Deque<Question> recent) {
        return recent.stream().collect(Collectors.groupingBy(Question::ci, Collectors.counting())).values().stream()
                        .filter(count -> count > 1)
                        .count()
                >= PEOPLE;
    }
}

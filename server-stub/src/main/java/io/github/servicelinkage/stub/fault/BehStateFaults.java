package io.github.servicelinkage.stub.fault;

import static io.github.servicelinkage.stub.api.ServiceLinkageApi.API_KEY_HEADER;

import io.github.servicelinkage.stub.exchange.Handler;
import io.github.servicelinkage.stub.exchange.Interceptor;
import io.github.servicelinkage.stub.exchange.Interceptor.Person;
import io.github.servicelinkage.stub.exchange.Request;
import io.github.servicelinkage.stub.exchange.Response;
import io.github.servicelinkage.stub.message.Text;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** BEH: caches and sessions, which keep what is for one person for the next. */
final class BehStateFaults {
    private static final Pattern SESSION = Pattern.compile("session=(\\d+)");

    private BehStateFaults() {}

    static List<Fault> faults() {
        return List.of(
                caches(
                        "caches-by-URL",
                        new Text(
                                "URL마다 첫 성공 응답을 누구에게나, 키가 없어도 보낸다.",
                                "The first success of a URL is given to everybody, with or without a key."),
                        BehStateFaults::target),
                caches(
                        "caches-by-URL-and-key",
                        new Text(
                                "URL과 키마다 첫 성공 응답을 누구를 묻든 보낸다.",
                                "The first success of a URL and a key is given to whatever is asked with them."),
                        request -> target(request) + request.headers().all(API_KEY_HEADER)),
                new Fault(
                        "keeps-first-person-in-session",
                        "LNK-BEH-07",
                        new Text(
                                "세션 쿠키를 주고, 그 쿠키가 있는 요청에는 첫 사람의 데이터를 보낸다.",
                                "It sets a session cookie; requests with it get the data of the first person."),
                        BehStateFaults::session));
    }

    private static Fault caches(String name, Text description, Function<Request, String> key) {
        return new Fault(name, "LNK-BEH-06", description, (next, setup) -> {
            Map<String, Response> kept = new ConcurrentHashMap<>();
            return request -> {
                Response cached = kept.get(key.apply(request));
                if (cached != null) {
                    return cached;
                }
                Response response = next.handle(request);
                if (response.status() == 200) {
                    kept.put(key.apply(request), response);
                }
                return response;
            };
        });
    }

    private static String target(Request request) {
        return request.method() + " " + request.path() + "?" + request.query();
    }

    private static Handler session(Handler next, Interceptor.Setup setup) {
        Map<String, Person> sessions = new ConcurrentHashMap<>();
        AtomicInteger count = new AtomicInteger();
        return request -> {
            Response response = next.handle(request);
            if (response.status() != 200) {
                return response;
            }
            Person first = sessions.get(session(request));
            if (first != null) {
                return next.handle(People.about(first, request));
            }
            String session = String.valueOf(count.incrementAndGet());
            sessions.put(session, People.in(request));
            return response.withHeader("Set-Cookie", "session=" + session + "; Path=/; HttpOnly");
        };
    }

    private static String session(Request request) {
        Matcher session =
                SESSION.matcher(Objects.requireNonNullElse(request.headers().get("Cookie"), ""));
        return session.find() ? session.group(1) : "";
    }
}

package io.github.servicelinkage.conformance.engine;

import io.github.servicelinkage.conformance.check.Case;
import io.github.servicelinkage.conformance.check.CaseExchange;
import io.github.servicelinkage.conformance.exchange.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sends cases one after the other as one client that keeps cookies (RFC 6265, paths and expiry left aside). */
final class Session {
    private final Run run;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    Session(Run run) {
        this.run = run;
    }

    List<CaseExchange> send(List<Case> cases) {
        List<CaseExchange> exchanges = new ArrayList<>();
        for (Case planned : cases) {
            CaseExchange exchange = run.send(withCookies(planned));
            exchange.response().ifPresent(this::keep);
            exchanges.add(exchange);
        }
        return exchanges;
    }

    private Case withCookies(Case planned) {
        return cookies.isEmpty()
                ? planned
                : planned.with(planned.request().withHeader("Cookie", String.join("; ", cookies.values())));
    }

    private void keep(Response response) {
        response.headers().getOrDefault("set-cookie", List.of()).forEach(value -> {
            String cookie = value.split(";")[0].strip();
            cookies.put(cookie.split("=")[0], cookie);
        });
    }
}

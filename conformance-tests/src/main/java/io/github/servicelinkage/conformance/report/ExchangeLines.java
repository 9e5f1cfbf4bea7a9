package io.github.servicelinkage.conformance.report;

import io.github.servicelinkage.conformance.message.Language;
import io.github.servicelinkage.conformance.result.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** An exchange in lines: how to send it again, and what came back. */
final class ExchangeLines {
    /** Of the header fields those that tell where a response comes from. */
    private static final Set<String> TELLING = Set.of("content-type", "location", "retry-after", "www-authenticate");

    private ExchangeLines() {}

    static List<String> of(Evidence exchange, Language language) {
        List<String> lines = new ArrayList<>(List.of(exchange.curl()));
        if (exchange.failure() != null) {
            lines.add("-> " + exchange.failure().in(language));
        }
        if (exchange.status() != null) {
            lines.add(("-> " + exchange.status() + " " + fields(exchange) + exchange.body()).stripTrailing());
        }
        return lines;
    }

    private static String fields(Evidence exchange) {
        return exchange.headers() == null
                ? ""
                : exchange.headers().entrySet().stream()
                        .filter(field -> TELLING.contains(field.getKey()))
                        .map(field -> field.getKey() + ": " + field.getValue() + "; ")
                        .collect(Collectors.joining());
    }
}

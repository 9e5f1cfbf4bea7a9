package io.github.servicelinkage.stub.server;

import io.github.servicelinkage.stub.contract.ContractResponse;
import io.github.servicelinkage.stub.exchange.Headers;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The header fields of a request as Vert.x has read them, without a copy; and those of a response in the form that it sends. */
record VertxHeaders(MultiMap fields) implements Headers {
    /** Names and values of nearly every response, encoded once. */
    private static final Map<String, CharSequence> ENCODED = ContractResponse.HEADERS.entrySet().stream()
            .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
            .collect(Collectors.toUnmodifiableMap(Function.identity(), HttpHeaders::createOptimized));

    /** Adds header fields to those of a response. */
    static void send(Headers headers, MultiMap response) {
        headers.forEach((name, value) -> response.add(encoded(name), encoded(value)));
    }

    private static CharSequence encoded(String text) {
        CharSequence encoded = ENCODED.get(text);
        return encoded == null ? text : encoded;
    }

    @Override
    public void forEach(BiConsumer<String, String> field) {
        fields.forEach(field);
    }

    @Override
    public @Nullable String get(String name) {
        return fields.get(name);
    }

    @Override
    public List<String> all(String name) {
        return fields.getAll(name);
    }

    @Override
    public boolean contains(String name) {
        return fields.contains(name);
    }
}

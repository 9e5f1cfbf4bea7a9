package io.github.servicelinkage.stub.exchange;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The header fields of a message, in the order in which they are sent. Names are compared without case. Not to be changed. */
public interface Headers {
    /** No header fields. */
    Headers NONE = new HeaderList(List.of());

    /** These header fields. */
    static Headers of(Map<String, String> fields) {
        return new HeaderList(List.copyOf(fields.entrySet()));
    }

    /** Passes the name and value of every header field. */
    void forEach(BiConsumer<String, String> field);

    /** The first value of a header field, or null without one. */
    @Nullable
    String get(String name);

    /** All values of a header field. */
    List<String> all(String name);

    /** Whether there is a header field of this name. */
    default boolean contains(String name) {
        return get(name) != null;
    }

    /** These header fields with this one, in place of all of that name. */
    default Headers with(String name, String value) {
        return HeaderList.without(this, name).plus(name, value);
    }

    /** These header fields without those of this name. */
    default Headers without(String name) {
        return HeaderList.without(this, name);
    }
}

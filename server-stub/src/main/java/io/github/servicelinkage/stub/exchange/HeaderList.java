package io.github.servicelinkage.stub.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Header fields in a list: messages have few, so looking through them is as fast as hashing. */
record HeaderList(List<Entry<String, String>> fields) implements Headers {

    /** A copy of header fields, without those of this name. */
    static HeaderList without(Headers headers, String name) {
        List<Entry<String, String>> kept = new ArrayList<>();
        headers.forEach((each, value) -> {
            if (!each.equalsIgnoreCase(name)) {
                kept.add(Map.entry(each, value));
            }
        });
        return new HeaderList(kept);
    }

    /** These header fields, then one more. */
    HeaderList plus(String name, String value) {
        List<Entry<String, String>> more = new ArrayList<>(fields);
        more.add(Map.entry(name, value));
        return new HeaderList(more);
    }

    @Override
    public void forEach(BiConsumer<String, String> field) {
        for (Entry<String, String> each : fields) {
            field.accept(each.getKey(), each.getValue());
        }
    }

    @Override
    public @Nullable String get(String name) {
        for (Entry<String, String> each : fields) {
            if (each.getKey().equalsIgnoreCase(name)) {
                return each.getValue();
            }
        }
        return null;
    }

    @Override
    public List<String> all(String name) {
        return fields.stream()
                .filter(each -> each.getKey().equalsIgnoreCase(name))
                .map(Entry::getValue)
                .toList();
    }
}

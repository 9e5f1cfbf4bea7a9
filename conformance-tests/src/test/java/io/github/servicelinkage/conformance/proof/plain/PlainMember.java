package io.github.servicelinkage.conformance.proof.plain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * A member of a request, as the tables of the document have it.
 *
 * @param pointer where it stands, as {@code /partner/comId}
 * @param text whether it is a string; otherwise an object
 * @param min the least length
 * @param max the greatest length
 */
record PlainMember(String pointer, boolean text, boolean required, int min, int max) {
    static final String REFERENCE = "/commonHeader/reqIdConsumer";
    static final String UNUSED = "/commonHeader/reqIdPlatform";
    static final String CI = "/commonHeader/ci";
    static final String NAME = "/body/korName";

    private static final int ANY = Integer.MAX_VALUE;

    /** The tables, which differ in the name alone. */
    static List<PlainMember> of(PlainOperation operation) {
        return List.of(
                object(""),
                object("/partner"),
                new PlainMember("/partner/comId", true, true, 1, 5),
                new PlainMember("/partner/srvId", true, true, 1, 20),
                object("/commonHeader"),
                new PlainMember(UNUSED, true, false, 0, ANY),
                new PlainMember(REFERENCE, true, false, 0, 20),
                new PlainMember(CI, true, true, 1, 88),
                object("/body"),
                new PlainMember(NAME, true, true, 1, operation == PlainOperation.REGISTRATION ? 10 : 12));
    }

    private static PlainMember object(String pointer) {
        return new PlainMember(pointer, false, true, 0, ANY);
    }

    PlainMember optional() {
        return new PlainMember(pointer, text, false, min, max);
    }

    PlainMember mandatory() {
        return new PlainMember(pointer, text, true, min, max);
    }

    PlainMember min(int other) {
        return new PlainMember(pointer, text, required, other, max);
    }

    PlainMember max(int other) {
        return new PlainMember(pointer, text, required, min, other);
    }

    PlainMember unlimited() {
        return max(ANY);
    }

    /** Whether a request keeps to this; of a member of an absent object only the object is asked for. */
    boolean isKeptBy(JsonNode root, ToIntFunction<String> length) {
        JsonNode value = root.at(pointer);
        if (value.isMissingNode()) {
            return !required || !pointer.isEmpty() && root.at(parent()).isMissingNode();
        }
        if (!text) {
            return value.isObject();
        }
        int actual = length.applyAsInt(value.asText());
        return value.isTextual() && min <= actual && actual <= max;
    }

    private String parent() {
        return pointer.substring(0, pointer.lastIndexOf('/'));
    }
}

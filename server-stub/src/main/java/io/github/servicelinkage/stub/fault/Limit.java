package io.github.servicelinkage.stub.fault;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.hibernate.validator.constraints.CodePointLength;

/** Limits as they stand in the generated records, so that none is repeated here. */
final class Limit {
    private Limit() {}

    /** The longest allowed value of a member, in code points. */
    static int max(Class<?> type, String member) {
        return length(type, member).max();
    }

    /** The shortest allowed value of a member, in code points. */
    static int min(Class<?> type, String member) {
        return length(type, member).min();
    }

    /** The first code points of a text. */
    static String first(int codePoints, String text) {
        int length = Math.min(codePoints, text.codePointCount(0, text.length()));
        return text.substring(0, text.offsetByCodePoints(0, length));
    }

    private static CodePointLength length(Class<?> type, String member) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> component.getName().equals(member))
                .map(RecordComponent::getAccessor)
                .map(accessor -> accessor.getAnnotation(CodePointLength.class))
                .findFirst()
                .orElseThrow();
    }
}

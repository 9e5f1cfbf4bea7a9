package io.github.servicelinkage.conformance.evidence;

import java.util.Set;

/**
 * What of a response anybody may see, since the contract says it too. Everything else of a response is shown by its kind and length
 * alone: whatever it holds, and in whatever form, it may be somebody's.
 *
 * @param members names of members
 * @param personal those of them whose values are personal
 * @param days those of them whose values are days, as {@code yyyyMMdd}
 * @param texts values of members, such as messages of errors
 * @param numbers values of members, such as codes of errors
 */
public record Familiar(
        Set<String> members, Set<String> personal, Set<String> days, Set<String> texts, Set<Integer> numbers) {

    /** Names that errors have in common use, above all those of RFC 9457: they tell where a gateway says what. */
    private static final Set<String> COMMON = Set.of(
            "data",
            "description",
            "detail",
            "details",
            "error",
            "errorCode",
            "errorMessage",
            "errors",
            "field",
            "instance",
            "path",
            "reason",
            "requestId",
            "status",
            "timestamp",
            "title",
            "traceId",
            "type");

    boolean isMember(String name) {
        return members.contains(name) || COMMON.contains(name);
    }
}

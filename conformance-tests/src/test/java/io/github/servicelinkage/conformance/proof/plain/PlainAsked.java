package io.github.servicelinkage.conformance.proof.plain;

import com.fasterxml.jackson.databind.JsonNode;

/** Who asks about whom, out of a request that follows the document. */
record PlainAsked(PlainRequest request, PlainOperation operation, String comId, String srvId, String ci, String name) {
    static final String COMPANY = "F0995";
    static final String SERVICE = "297";
    static final String OTHER_SERVICE = "298";

    /** What a faulty gateway lets be absent is that of the example, or nobody's. */
    static PlainAsked of(PlainRequest request, PlainOperation operation, JsonNode root) {
        return new PlainAsked(
                request,
                operation,
                text(root, "/partner/comId", COMPANY),
                text(root, "/partner/srvId", SERVICE),
                text(root, "/commonHeader/ci", ""),
                text(root, "/body/korName", ""));
    }

    private static String text(JsonNode root, String pointer, String otherwise) {
        String text = root.at(pointer).asText();
        return text.isEmpty() ? otherwise : text;
    }

    boolean isOf(PlainOperation one) {
        return operation == one;
    }
}

package io.github.servicelinkage.conformance.proof.plain;

import static io.github.servicelinkage.conformance.proof.plain.PlainMember.CI;
import static io.github.servicelinkage.conformance.proof.plain.PlainMember.NAME;
import static io.github.servicelinkage.conformance.proof.plain.PlainMember.REFERENCE;
import static io.github.servicelinkage.conformance.proof.plain.PlainMember.UNUSED;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** TYPE, LEN: types and lengths of the members of a request. */
final class FormFaults {
    private static final String COMPANY = "/partner/comId";
    private static final String SERVICE = "/partner/srvId";
    private static final String SAME_UNIT = "these characters, too, are made of several units";

    private FormFaults() {}

    static List<PlainFault> faults() {
        return List.of(
                PlainFault.of(
                        "list-of-one-request",
                        "LNK-TYPE-01",
                        "A list of one request is taken for the request.",
                        rules -> rules.read(FormFaults::unwrapped)),
                unwraps("partner", "LNK-TYPE-02", "/partner"),
                unwraps("header", "LNK-TYPE-05", "/commonHeader"),
                unwraps("body", "LNK-TYPE-09", "/body"),
                coerces("service", "LNK-TYPE-04", SERVICE),
                coerces("unused-member", "LNK-TYPE-06", UNUSED),
                coerces("reference", "LNK-TYPE-07", REFERENCE),
                coerces("ci", "LNK-TYPE-08", CI),
                coerces("name-on-registration", "LNK-TYPE-10", NAME),
                coerces("name-on-consent", "LNK-TYPE-11", NAME),
                PlainFault.of(
                        "long-company-is-cut",
                        "LNK-LEN-01",
                        "Of a company code that is too long, the host sees nothing and takes its own.",
                        rules -> cut(rules, COMPANY, 5)),
                length("empty-company", "LNK-LEN-02", COMPANY, member -> member.min(0)),
                PlainFault.of(
                        "long-service-is-cut",
                        "LNK-LEN-03",
                        "Of a service code that is too long, the host sees nothing and takes its own.",
                        rules -> cut(rules, SERVICE, 20)),
                length("empty-service", "LNK-LEN-04", SERVICE, member -> member.min(0)),
                length("reference-of-any-length", "LNK-LEN-05", REFERENCE, PlainMember::unlimited),
                length("reference-must-not-be-empty", "LNK-LEN-05", REFERENCE, member -> member.min(1))
                        .alsoBlaming("LNK-BEH-03", "the empty value is among those compared"),
                length("reference-shorter-by-one", "LNK-LEN-05", REFERENCE, member -> member.max(19))
                        .alsoBlaming("LNK-LEN-13", "supplementary characters cannot fill the limit either"),
                length("ci-of-any-length", "LNK-LEN-06", CI, PlainMember::unlimited),
                length("empty-ci", "LNK-LEN-07", CI, member -> member.min(0)),
                length("name-of-255-on-registration", "LNK-LEN-08", NAME, member -> member.max(255)),
                length("empty-name-on-registration", "LNK-LEN-09", NAME, member -> member.min(0)),
                length("name-of-255-on-consent", "LNK-LEN-10", NAME, member -> member.max(255)),
                length("empty-name-on-consent", "LNK-LEN-11", NAME, member -> member.min(0)),
                PlainFault.of(
                                "hangul-counted-in-bytes-of-euc-kr",
                                "LNK-LEN-12",
                                "A column of bytes takes half as many characters of Hangul.",
                                rules -> rules.read(PlainTree.refusing(
                                        root -> bytes(root.at(NAME).asText()) > 12)))
                        .alsoBlaming("LNK-LEN-14", SAME_UNIT)
                        .alsoBlaming("LNK-LEN-15", SAME_UNIT),
                PlainFault.of(
                                "texts-counted-in-utf-16",
                                "LNK-LEN-13",
                                "The length of a text is that of a Java string.",
                                rules -> rules.length = String::length)
                        .alsoBlaming("LNK-LEN-14", "names are counted in the same way"),
                PlainFault.of(
                        "name-outside-the-basic-plane",
                        "LNK-LEN-14",
                        "The database has no supplementary characters in names (utf8mb3).",
                        rules -> rules.read(PlainTree.refusing(root ->
                                root.at(NAME).asText().chars().anyMatch(c -> Character.isSurrogate((char) c))))),
                PlainFault.of(
                        "jamo-is-no-name",
                        "LNK-LEN-15",
                        "Decomposed Hangul is not taken for Hangul.",
                        rules -> rules.read(PlainTree.refusing(
                                root -> root.at(NAME).asText().chars().anyMatch(c -> c >= 0x1100 && c < 0x1200)))),
                PlainFault.of(
                        "new-ci-has-to-be-complete",
                        "LNK-LEN-16",
                        "A ci that is not known yet has to have all 88 characters.",
                        rules -> {
                            Function<PlainAsked, PlainResponse> before = rules.respond;
                            rules.respond = asked -> asked.ci().length() < 88
                                            && rules.find(asked).isEmpty()
                                    ? PlainResponse.error(400, "Not a ci.")
                                    : before.apply(asked);
                        }));
    }

    private static PlainFault unwraps(String what, String requirement, String pointer) {
        return PlainFault.of(
                "list-of-one-" + what,
                requirement,
                "A list of one object in %s is taken for the object.".formatted(pointer),
                rules -> rules.read(PlainTree.at(pointer, FormFaults::unwrapped)));
    }

    private static PlainFault coerces(String what, String requirement, String pointer) {
        return PlainFault.of(
                "coerces-" + what,
                requirement,
                "A number or a boolean in %s is made a text.".formatted(pointer),
                rules -> rules.read(PlainTree.at(
                        pointer,
                        value -> value.isNumber() || value.isBoolean() ? TextNode.valueOf(value.asText()) : value)));
    }

    private static PlainFault length(
            String name, String requirement, String pointer, UnaryOperator<PlainMember> change) {
        return PlainFault.of(
                name,
                requirement,
                "%s may have other lengths than the document says.".formatted(pointer),
                rules -> rules.member(pointer, change));
    }

    private static void cut(PlainRules rules, String pointer, int max) {
        rules.read(PlainTree.at(
                pointer,
                value -> value.isTextual() && value.asText().length() > max ? TextNode.valueOf(own(pointer)) : value));
    }

    private static String own(String pointer) {
        return pointer.equals(COMPANY) ? PlainAsked.COMPANY : PlainAsked.SERVICE;
    }

    private static JsonNode unwrapped(JsonNode value) {
        return value.isArray() && value.size() == 1 ? value.get(0) : value;
    }

    /** As many as the older Korean encoding has: two for every character that is not ASCII. */
    private static int bytes(String text) {
        return text.codePoints().map(c -> c < 0x80 ? 1 : 2).sum();
    }
}

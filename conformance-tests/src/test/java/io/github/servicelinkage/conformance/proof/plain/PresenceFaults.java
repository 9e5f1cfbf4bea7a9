package io.github.servicelinkage.conformance.proof.plain;

import static io.github.servicelinkage.conformance.proof.plain.PlainMember.CI;
import static io.github.servicelinkage.conformance.proof.plain.PlainMember.NAME;
import static io.github.servicelinkage.conformance.proof.plain.PlainMember.REFERENCE;
import static io.github.servicelinkage.conformance.proof.plain.PlainMember.UNUSED;

import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** REQ: which members a request has. */
final class PresenceFaults {

    private PresenceFaults() {}

    static List<PlainFault> faults() {
        return List.of(
                without("partner", "LNK-REQ-01", "/partner"),
                without("company", "LNK-REQ-02", "/partner/comId"),
                without("service", "LNK-REQ-03", "/partner/srvId"),
                without("header", "LNK-REQ-04", "/commonHeader"),
                without("ci", "LNK-REQ-05", CI),
                without("body", "LNK-REQ-06", "/body"),
                without("name-on-registration", "LNK-REQ-07", NAME),
                without("name-on-consent", "LNK-REQ-08", NAME),
                PlainFault.of(
                        "reference-is-mandatory",
                        "LNK-REQ-09",
                        "A request needs a reqIdConsumer.",
                        rules -> rules.member(REFERENCE, PlainMember::mandatory)),
                PlainFault.of(
                        "unused-member-is-mandatory-on-consent",
                        "LNK-REQ-10",
                        "The account look-up asks for reqIdPlatform.",
                        rules -> rules.member(PlainOperation.CONSENT, UNUSED, PlainMember::mandatory)),
                PlainFault.of(
                        "unused-member-has-a-length",
                        "LNK-REQ-11",
                        "reqIdPlatform may have 20 characters.",
                        rules -> rules.member(UNUSED, member -> member.max(20))),
                PlainFault.of(
                        "null-is-the-word-null",
                        "LNK-REQ-12",
                        "A ci or a name that is null is read as the text of that word.",
                        rules -> List.of(CI, NAME)
                                .forEach(pointer -> rules.read(PlainTree.at(
                                        pointer, value -> value.isNull() ? TextNode.valueOf(value.asText()) : value)))),
                PlainFault.of(
                        "optional-null-is-absent",
                        "LNK-REQ-13",
                        "A member that is null is the same as no member.",
                        rules -> rules.read(root -> PlainTree.eachObject(root, PlainTree::removeNulls))),
                PlainFault.of(
                        "fails-on-unknown-members",
                        "LNK-REQ-14",
                        "The JSON library refuses members that it has no field for.",
                        rules -> rules.read(PlainTree.refusing(PlainTree::hasUnknownMembers))),
                PlainFault.of(
                        "certificate-name-is-checked",
                        "LNK-REQ-14",
                        "A member certDn of commonHeader, of another API, has to be a certificate's name.",
                        rules -> rules.read(PlainTree.refusing(
                                root -> root.at("/commonHeader/certDn").isTextual()))),
                PlainFault.of(
                        "repeated-member-ends-in-500",
                        "LNK-REQ-15",
                        "The error of a member that comes twice is handled by nobody.",
                        rules -> rules.instead(
                                request -> body(request).split("\"partner\"", -1).length > 2,
                                request -> PlainResponse.error(500, "The gateway has failed."))),
                PlainFault.of(
                        "quote-breaks-the-query",
                        "LNK-REQ-16",
                        "A quote in reqIdConsumer ends the SQL text that it is put into, with a 500.",
                        rules -> rules.read(PlainTree.failing(
                                root -> root.at(REFERENCE).asText().contains("'")))),
                PlainFault.of(
                        "line-break-splits-the-log",
                        "LNK-REQ-16",
                        "A reqIdConsumer with control characters is refused.",
                        rules -> rules.read(PlainTree.refusing(
                                root -> root.at(REFERENCE).asText().chars().anyMatch(Character::isISOControl)))),
                PlainFault.of(
                                "firewall-refuses-markup",
                                "LNK-REQ-16",
                                "A firewall takes markup in a body for an attack.",
                                rules -> rules.instead(
                                        request -> body(request).contains("<b>"),
                                        request -> PlainResponse.text(403, "text/html", "<h1>Blocked</h1>")))
                        .alsoBlaming("LNK-ERR-01", "the refusal is the firewall's own page"),
                PlainFault.of(
                        "member-names-without-case",
                        "LNK-REQ-17",
                        "The JSON library matches names without case.",
                        rules -> rules.read(root -> PlainTree.eachObject(root, PlainTree::inDocumentedCase))));
    }

    private static PlainFault without(String what, String requirement, String pointer) {
        return PlainFault.of(
                "does-without-" + what,
                requirement,
                "A request without %s is served as far as it can be.".formatted(pointer),
                rules -> rules.member(pointer, PlainMember::optional));
    }

    private static String body(PlainRequest request) {
        return new String(request.body(), StandardCharsets.UTF_8);
    }
}

package io.github.servicelinkage.conformance.proof.plain;

import io.github.servicelinkage.conformance.proof.plain.PlainPeople.PlainPerson;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** BIZ: who is known, and what is said of whom. */
final class PeopleFaults {
    private static final String NOBODY = "LNK-BIZ-11";
    private static final PlainResponse NOT_FOUND = PlainResponse.error(500, 3007, "op-exco", "not found user");

    private PeopleFaults() {}

    static List<PlainFault> faults() {
        return List.of(
                PlainFault.of(
                        "member-without-accounts-is-none",
                        "LNK-BIZ-01",
                        "Only who has accounts is a member.",
                        rules -> {
                            var before = rules.find;
                            rules.find = asked -> before.apply(asked)
                                    .filter(person -> !person.accounts().isEmpty());
                        }),
                PlainFault.of(
                        "plus-is-a-blank",
                        "LNK-BIZ-01",
                        "A + in a ci becomes a blank on its way to the database.",
                        rules -> known(rules, asked -> !asked.ci().contains("+"))),
                strangers(
                        "not-found-for-strangers",
                        "Nobody is found, so 404.",
                        PlainResponse.error(404, "No such person.")),
                strangers(
                        "user-not-found-on-registration",
                        "The error of the account look-up is used here, too.",
                        NOT_FOUND),
                strangers(
                        "everybody-is-a-member",
                        "An unknown person is a member.",
                        PlainResponse.json(200, Map.of("result", "member", "commonTermsExpireDate", "20301231"))),
                matching("ci-without-case", "is compared without case", String::equalsIgnoreCase),
                matching(
                        "ci-by-its-first-64",
                        "is compared in its first 64 characters",
                        (known, sent) -> known.regionMatches(0, sent, 0, 64)),
                matching(
                        "ci-without-padding",
                        "is compared without the = at its end",
                        (known, sent) -> known.replace("=", "").equals(sent.replace("=", ""))),
                matching(
                        "ci-as-a-pattern",
                        "is put into a LIKE",
                        (known, sent) -> known.matches(
                                Pattern.quote(sent).replace("%", "\\E.*\\Q").replace("_", "\\E.\\Q"))),
                matching("ci-by-its-beginning", "only has to begin with what was sent", String::startsWith),
                matching(
                        "ci-and-more",
                        "only has to be the beginning of what was sent",
                        (known, sent) -> sent.startsWith(known)),
                PlainFault.of(
                                "ci-is-ignored",
                                NOBODY,
                                "People are looked up by their name alone.",
                                rules -> rules.find =
                                        asked -> person(person -> person.name().equals(asked.name())))
                        .alsoBlaming("LNK-BIZ-12", "the name is enough, whoever the ci belongs to"),
                PlainFault.of(
                                "name-instead-of-a-ci-that-is-known",
                                "LNK-BIZ-12",
                                "For a person who is known the cache is asked by name.",
                                rules -> {
                                    var before = rules.find;
                                    rules.find = asked -> before.apply(asked)
                                            .or(() -> asked.ci().startsWith("Q9z5")
                                                            || asked.ci().startsWith("c3lu")
                                                    ? person(person ->
                                                            person.name().equals(asked.name()))
                                                    : Optional.empty());
                                })
                        .alsoBlaming("LNK-BIZ-11", "what begins like a known ci is taken for known"),
                PlainFault.of(
                        "foreign-partner-is-served",
                        "LNK-BIZ-13",
                        "The key of one company works for another company.",
                        rules -> {
                            var before = rules.knowsPartner;
                            rules.knowsPartner =
                                    before.or(asked -> asked.comId().equals("F0999"));
                            var accounts = rules.accounts;
                            rules.accounts = asked -> asked.comId().equals("F0999")
                                    ? rules.find(asked)
                                            .map(PlainPerson::accounts)
                                            .orElse(List.of())
                                    : accounts.apply(asked);
                        }),
                PlainFault.of(
                                "partner-is-not-looked-at-on-consent",
                                "LNK-BIZ-09",
                                "Any company and service gets all accounts of a person.",
                                rules -> {
                                    rules.order.remove(PlainStep.PARTNER);
                                    rules.accounts = asked -> rules.find(asked)
                                            .map(PlainPerson::accounts)
                                            .orElse(List.of());
                                })
                        .alsoBlaming("LNK-BIZ-10", "another service of the company gets them as well")
                        .alsoBlaming("LNK-BIZ-13", "the codes of another company get them as well"),
                PlainFault.of(
                        "service-is-not-looked-at",
                        "LNK-BIZ-10",
                        "Every service of a company gets the same accounts.",
                        rules -> rules.accounts = asked ->
                                rules.find(asked).map(PlainPerson::accounts).orElse(List.of())));
    }

    private static Optional<PlainPerson> person(Predicate<PlainPerson> which) {
        return PlainPeople.MEMBERS.stream().filter(which).findFirst();
    }

    private static void known(PlainRules rules, Predicate<PlainAsked> besides) {
        var before = rules.find;
        rules.find = asked -> besides.test(asked) ? before.apply(asked) : Optional.empty();
    }

    private static PlainFault strangers(String name, String description, PlainResponse response) {
        return PlainFault.of(
                name, "LNK-BIZ-02", description, rules -> rules.strangers(PlainOperation.REGISTRATION, response));
    }

    /** The known ci, and the one that was sent. */
    private static PlainFault matching(String name, String how, BiPredicate<String, String> matches) {
        return PlainFault.of(
                name,
                NOBODY,
                "A ci %s.".formatted(how),
                rules -> rules.find = asked -> person(person ->
                        matches.test(person.ci(), asked.ci()) && person.name().equals(asked.name())));
    }
}

package io.github.servicelinkage.stub.fault;

import io.github.servicelinkage.stub.message.Text;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** BIZ: who is taken for whom. */
final class BizIdentityFaults {
    private static final int COMPARED = 64;

    private BizIdentityFaults() {}

    static List<Fault> faults() {
        return List.of(
                new Fault(
                                "ignores-ci",
                                "LNK-BIZ-11",
                                new Text("ci를 보지 않고 이름으로 찾는다.", "People are looked up by name, whatever the ci."),
                                People.taking((asked, known) -> asked.korName().equals(known.korName())))
                        .alsoBlaming("LNK-BIZ-12", "the name alone decides, also with the ci of somebody else"),
                ci(
                        "compares-64-characters-of-ci",
                        new Text("ci의 처음 64자만 비교한다.", "Only the first 64 characters of a ci are compared."),
                        (asked, known) -> asked.length() >= COMPARED && asked.regionMatches(0, known, 0, COMPARED)),
                ci(
                        "compares-ci-without-case",
                        new Text("ci의 대소문자를 구분하지 않는다.", "A ci is compared without case."),
                        String::equalsIgnoreCase),
                ci(
                        "compares-as-much-of-ci-as-was-sent",
                        new Text("보낸 길이까지만 ci를 비교한다.", "A ci is compared only up to the length that was sent."),
                        (asked, known) -> !asked.isEmpty() && known.startsWith(asked)),
                ci(
                        "ignores-padding-of-ci",
                        new Text("ci 끝의 =를 떼고 비교한다.", "A ci is compared without = at its end."),
                        (asked, known) -> unpadded(asked).equals(unpadded(known))),
                ci(
                        "takes-percent-sign-in-ci-for-wildcard",
                        new Text("ci의 %를 임의의 글자들로 본다.", "A percent sign in a ci stands for any characters."),
                        (asked, known) -> matches("%", ".*", asked, known)),
                ci(
                        "takes-underscore-in-ci-for-wildcard",
                        new Text("ci의 _를 임의의 한 글자로 본다.", "An underscore in a ci stands for any character."),
                        (asked, known) -> matches("_", ".", asked, known)),
                new Fault(
                        "looks-accounts-up-by-name-if-ci-is-known",
                        "LNK-BIZ-12",
                        new Text(
                                "아는 ci이면 이름만으로 찾아, 그 이름의 주인의 데이터를 보낸다.",
                                "If the ci is known, the name alone decides whose data come."),
                        (next, setup) -> People.taking((asked, known) ->
                                        asked.korName().equals(known.korName()) && People.isKnown(asked.ci(), setup))
                                .around(next, setup)));
    }

    /** Takes a ci that is nobody's for that of the person who bears the name. */
    private static Fault ci(String name, Text description, BiPredicate<String, String> askedAndKnown) {
        return new Fault(
                name,
                "LNK-BIZ-11",
                description,
                People.taking((asked, known) ->
                        asked.korName().equals(known.korName()) && askedAndKnown.test(asked.ci(), known.ci())));
    }

    private static String unpadded(String ci) {
        return ci.replaceFirst("=+$", "");
    }

    private static boolean matches(String wildcard, String meaning, String asked, String known) {
        return known.matches(
                Arrays.stream(asked.split(wildcard, -1)).map(Pattern::quote).collect(Collectors.joining(meaning)));
    }
}

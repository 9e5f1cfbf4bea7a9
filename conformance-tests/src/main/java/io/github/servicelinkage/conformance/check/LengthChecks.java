package io.github.servicelinkage.conformance.check;

import io.github.servicelinkage.conformance.contract.Member;
import io.github.servicelinkage.conformance.contract.Operation;
import io.github.servicelinkage.conformance.exchange.Intent;
import io.github.servicelinkage.conformance.exchange.Request;
import io.github.servicelinkage.conformance.message.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Clause families D1 and D2: how long a value may be, counted in code points. Every limit is read from the contract.
 *
 * <p>Values above a limit are sent in every alphabet. Values up to it are sent where the contract lets them be accepted:
 * issued values never, the others for an unknown person if they name one.
 */
final class LengthChecks implements CheckFamily {
    private static final int LONG = 10_000;

    @Override
    public List<Check> checks(Given given) {
        return given.perOperation(operation -> operation.members().stream()
                .filter(member -> member.isString() && member.maxLength().isPresent())
                .flatMap(member -> member(given, operation, member).stream())
                .toList());
    }

    private static List<Check> member(Given given, Operation operation, Member member) {
        List<Check> checks = new ArrayList<>();
        int max = member.maxLength().orElseThrow();
        String maximum = given.catalogue()
                .covering(member.pointer(), "maxLength")
                .orElseThrow()
                .id();
        for (Alphabet alphabet : Alphabet.values()) {
            checks.add(new Check.Cases(
                    maximum,
                    operation.id(),
                    IntStream.of(max + 1, 2 * max, LONG)
                            .distinct()
                            .mapToObj(length -> tooLong(given, operation, member, alphabet, length))
                            .toList()));
        }
        given.catalogue()
                .covering(member.pointer(), "minLength")
                .ifPresent(minimum -> checks.add(new Check.Cases(
                        minimum.id(), operation.id(), List.of(tooLong(given, operation, member, Alphabet.ASCII, 0)))));
        if (!member.isIssued()) {
            for (Alphabet alphabet : Alphabet.values()) {
                if (alphabet == Alphabet.ASCII || writesInAnyAlphabet(member)) {
                    checks.add(upToLimit(given, operation, member, alphabet, maximum));
                }
            }
        }
        return checks;
    }

    /** The connecting information is Base64; names and free text are written in any alphabet. */
    private static boolean writesInAnyAlphabet(Member member) {
        return member.isFreeText() || member.name().equals("korName");
    }

    private static Check upToLimit(Given given, Operation operation, Member member, Alphabet alphabet, String maximum) {
        int max = member.maxLength().orElseThrow();
        int min = Math.max(member.minLength(), alphabet == Alphabet.ASCII ? 0 : 1);
        List<Case> cases = IntStream.of(min, 1, max - 1, max)
                .distinct()
                .sorted()
                .mapToObj(length -> new Case(
                        description(member, alphabet, length),
                        with(given, operation, member, alphabet.text(length))
                                .as(given.namesPerson(member) ? Intent.OPEN : Intent.VALID),
                        given.namesPerson(member) ? given.acceptedForUnknownPerson() : Expectation.accepted()))
                .toList();
        return new Check.Cases(requirementUpToLimit(member, alphabet, maximum), operation.id(), cases);
    }

    private static String requirementUpToLimit(Member member, Alphabet alphabet, String maximum) {
        return switch (alphabet) {
            case ASCII -> maximum;
            case HANGUL -> member.isFreeText() ? maximum : "LNK-LEN-12";
            case ASTRAL -> member.isFreeText() ? "LNK-LEN-13" : "LNK-LEN-14";
            case COMBINING -> member.isFreeText() ? maximum : "LNK-LEN-15";
        };
    }

    private static Case tooLong(Given given, Operation operation, Member member, Alphabet alphabet, int length) {
        return Given.invalid(
                description(member, alphabet, length), with(given, operation, member, alphabet.text(length)));
    }

    private static Request with(Given given, Operation operation, Member member, String value) {
        return given.accepted(operation).withJson(body -> member.parentIn(body).put(member.name(), value));
    }

    private static Text description(Member member, Alphabet alphabet, int length) {
        return new Text(
                "%s: %s %d자".formatted(member.dotted(), alphabet.words.ko(), length),
                "%s: %d code points of %s".formatted(member.dotted(), length, alphabet.words.en()));
    }

    /** What values are written in. */
    private enum Alphabet {
        /** One code point, one UTF-16 unit, one byte. */
        ASCII("A", "ASCII", "ASCII"),
        /** One code point, one UTF-16 unit, three bytes of UTF-8. */
        HANGUL("가", "한글", "Hangul"),
        /** One code point, two UTF-16 units, four bytes of UTF-8. */
        ASTRAL("\uD842\uDFB7", "보조 평면 문자", "astral characters"),
        /** Decomposed Hangul (NFD): two code points look like one character. */
        COMBINING("\u1100\u1161", "분해된(NFD) 한글", "decomposed (NFD) Hangul");

        private final int[] codePoints;
        private final Text words;

        Alphabet(String unit, String ko, String en) {
            this.codePoints = unit.codePoints().toArray();
            this.words = new Text(ko, en);
        }

        String text(int length) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < length; i++) {
                text.appendCodePoint(codePoints[i % codePoints.length]);
            }
            return text.toString();
        }
    }
}

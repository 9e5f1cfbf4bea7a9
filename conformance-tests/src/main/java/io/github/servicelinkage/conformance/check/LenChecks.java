package io.github.servicelinkage.conformance.check;

import io.github.servicelinkage.conformance.contract.Member;
import io.github.servicelinkage.conformance.exchange.Request;
import io.github.servicelinkage.conformance.message.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * LEN: how long a value may be, counted in code points. Every limit is read from the contract.
 *
 * <p>Values above a limit are sent in every alphabet. Values up to it are sent where the contract lets them be accepted:
 * issued values never, the others for an unknown person if they name one.
 */
final class LenChecks implements CheckFamily {
    private static final int LONG = 10_000;

    @Override
    public List<Check> checks(PlanContext context) {
        return context.perOperation(operation -> operation.members().stream()
                .filter(member -> member.isString() && member.maxLength().isPresent())
                .flatMap(member -> member(operation, member).stream())
                .toList());
    }

    private static List<Check> member(OperationContext operation, Member member) {
        List<Check> checks = new ArrayList<>();
        int max = member.maxLength().orElseThrow();
        String maximum = operation.covering(member.pointer(), "maxLength");
        for (Alphabet alphabet : Alphabet.values()) {
            checks.add(operation.check(
                    maximum,
                    IntStream.of(max + 1, 2 * max, LONG)
                            .distinct()
                            .mapToObj(length -> refused(operation, member, alphabet, length))
                            .toList()));
        }
        if (member.minLength() > 0) {
            checks.add(operation.check(
                    operation.covering(member.pointer(), "minLength"), refused(operation, member, Alphabet.ASCII, 0)));
        }
        if (!member.isIssued()) {
            for (Alphabet alphabet : Alphabet.values()) {
                if (alphabet == Alphabet.ASCII || isInAnyAlphabet(member)) {
                    checks.add(upToLimit(operation, member, alphabet, maximum));
                }
            }
        }
        return checks;
    }

    /** The connecting information is Base64, as its example is; names and free text are written in any alphabet. */
    static boolean isInAnyAlphabet(Member member) {
        return member.isFreeText()
                || member.schema().path("example").asText().chars().anyMatch(c -> c >= 0x80);
    }

    private static Check upToLimit(OperationContext operation, Member member, Alphabet alphabet, String maximum) {
        int max = member.maxLength().orElseThrow();
        int min = Math.max(member.minLength(), alphabet == Alphabet.ASCII ? 0 : 1);
        List<Case> cases = IntStream.of(min, 1, max - 1, max)
                .distinct()
                .sorted()
                .mapToObj(length -> accepted(operation, member, alphabet, length))
                .toList();
        return operation.check(requirementUpToLimit(member, alphabet, maximum), cases);
    }

    /** Another value of a personal member means an unknown person, for whom an error is documented. */
    private static Case accepted(OperationContext operation, Member member, Alphabet alphabet, int length) {
        String value = alphabet.text(length);
        Text description = description(member, alphabet, length);
        Request request = operation.with(member, value);
        ErrorForms errors = operation.plan().errors();
        Case planned = member.isPersonal()
                ? operation.open(
                        description, request, Expectation.accepted().or(errors.userNotFound(), errors::isUserNotFound))
                : operation.valid(description, request);
        return planned.varying(member, value);
    }

    private static String requirementUpToLimit(Member member, Alphabet alphabet, String maximum) {
        return switch (alphabet) {
            case ASCII -> maximum;
            case HANGUL -> member.isFreeText() ? maximum : "LNK-LEN-12";
            case ASTRAL -> member.isFreeText() ? "LNK-LEN-13" : "LNK-LEN-14";
            case COMBINING -> member.isFreeText() ? maximum : "LNK-LEN-15";
        };
    }

    private static Case refused(OperationContext operation, Member member, Alphabet alphabet, int length) {
        String value = alphabet.text(length);
        return operation
                .invalid(description(member, alphabet, length), operation.with(member, value))
                .varying(member, value);
    }

    private static Text description(Member member, Alphabet alphabet, int length) {
        return Text.of("%1$s: %2$s %3$d자", "%1$s: %3$d code points of %2$s", member.dotted(), alphabet.words, length);
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

package io.github.servicelinkage.conformance.check;

import io.github.servicelinkage.conformance.contract.Member;
import io.github.servicelinkage.conformance.message.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * LEN: how long a value may be, counted in code points. Every limit is read from the contract.
 *
 * <p>Values above a limit are sent in every alphabet but decomposed Hangul, which a gateway may compose before it counts. Values up
 * to it are sent where the contract lets them be accepted: free text for a known person, names and ci for an unknown one, compared
 * with another unknown person; issued values never.
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
        for (Alphabet alphabet : List.of(Alphabet.ASCII, Alphabet.HANGUL, Alphabet.ASTRAL)) {
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
        if (member.isFreeText()) {
            checks.addAll(freeText(operation, member, maximum));
        } else if (member.isPersonal()) {
            checks.addAll(Strangers.isName(member) ? name(operation, member) : List.of(ci(operation, member)));
        }
        return checks;
    }

    private static List<Check> freeText(OperationContext operation, Member member, String maximum) {
        int max = member.maxLength().orElseThrow();
        List<Check> checks = new ArrayList<>();
        for (Alphabet alphabet : Alphabet.values()) {
            checks.add(operation.check(
                    alphabet == Alphabet.ASTRAL ? "LNK-LEN-13" : maximum,
                    upTo(max, 1)
                            .mapToObj(length -> accepted(operation, member, alphabet, length))
                            .toList()));
        }
        checks.add(operation.check(maximum, accepted(operation, member, Alphabet.ASCII, 0)));
        return checks;
    }

    private static Case accepted(OperationContext operation, Member member, Alphabet alphabet, int length) {
        String value = alphabet.text(length);
        return operation
                .valid(description(member, alphabet, length), operation.with(member, value))
                .varying(member, value);
    }

    /** Hangul up to the limit; of other alphabets only what fills it, which is where the units of a length part. */
    private static List<Check> name(OperationContext operation, Member member) {
        int max = member.maxLength().orElseThrow();
        return List.of(
                ofStranger("LNK-LEN-12", operation, member, Alphabet.HANGUL, upTo(max, 2, 7)),
                ofStranger("LNK-LEN-14", operation, member, Alphabet.ASTRAL, IntStream.of(max)),
                ofStranger("LNK-LEN-15", operation, member, Alphabet.COMBINING, IntStream.of(max)));
    }

    /** Lengths up to a limit at which a gateway may go wrong. */
    private static IntStream upTo(int max, int... shorter) {
        return IntStream.concat(IntStream.of(shorter), IntStream.of(max - 1, max))
                .filter(length -> length > 0)
                .distinct()
                .sorted();
    }

    private static Check ofStranger(
            String requirement, OperationContext operation, Member member, Alphabet alphabet, IntStream lengths) {
        return stranger(
                requirement,
                operation,
                member,
                lengths.mapToObj(length -> Map.entry(description(member, alphabet, length), alphabet.text(length)))
                        .toList());
    }

    /** Lengths that the sandbox's people have. */
    private static Check ci(OperationContext operation, Member member) {
        int max = member.maxLength().orElseThrow();
        return stranger(
                "LNK-LEN-16",
                operation,
                member,
                upTo(max, max - 5)
                        .mapToObj(length -> Map.entry(
                                Text.of("%s: Base64 %d자", "%s: %d characters of Base64", member.dotted(), length),
                                Strangers.ci(length)))
                        .toList());
    }

    private static Check stranger(
            String requirement, OperationContext operation, Member member, List<Map.Entry<Text, String>> values) {
        Strangers strangers = new Strangers(operation);
        return strangers.sameAsOrdinary(
                requirement,
                Text.of("%s의 여러 길이", "lengths of %s", member.dotted()),
                values.stream()
                        .map(value -> operation
                                .open(value.getKey(), strangers.with(member, value.getValue()))
                                .varying(member, value.getValue()))
                        .toList());
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
        /** Both operations, and every run of a program, send the same ones. */
        private final Map<Integer, String> texts = new ConcurrentHashMap<>();

        Alphabet(String unit, String ko, String en) {
            this.codePoints = unit.codePoints().toArray();
            this.words = new Text(ko, en);
        }

        String text(int length) {
            return texts.computeIfAbsent(length, this::written);
        }

        private String written(int length) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < length; i++) {
                text.appendCodePoint(codePoints[i % codePoints.length]);
            }
            return text.toString();
        }
    }
}

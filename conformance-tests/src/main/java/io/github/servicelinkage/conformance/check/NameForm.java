package io.github.servicelinkage.conformance.check;

import io.github.servicelinkage.conformance.message.Text;
import java.text.Normalizer;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Forms in which the name of a person comes, beside the very one that a gateway has. */
enum NameForm {
    FIRST_CHARACTER(new Text("첫 글자만", "its first character alone"), name -> Character.toString(name.codePointAt(0))),
    BLANKS_AROUND(new Text("앞뒤에 빈칸이 붙은 형태", "the name with blanks around it"), name -> " " + name + " "),
    DECOMPOSED(
            new Text("분해된 형태(NFD)", "its decomposed form (NFD)"),
            name -> Normalizer.normalize(name, Normalizer.Form.NFD)),
    HALF_WIDTH(new Text("반각 자모(NFKC로만 같은 형태)", "half-width letters (equal by NFKC only)"), NameForm::halfWidth);

    private static final int FIRST_HALF_WIDTH = 0xFFA1;
    private static final int LAST_HALF_WIDTH = 0xFFDC;

    final Text words;
    private final UnaryOperator<String> change;

    NameForm(Text words, UnaryOperator<String> change) {
        this.words = words;
        this.change = change;
    }

    /** A name in this form; the name itself where it has no such form. */
    String of(String name) {
        return change.apply(name);
    }

    /** Leading consonants and vowels in half-width letters; final consonants have none of their own and stay. */
    private static String halfWidth(String name) {
        Map<String, String> letters = new TreeMap<>();
        for (int letter = FIRST_HALF_WIDTH; letter <= LAST_HALF_WIDTH; letter++) {
            String half = Character.toString(letter);
            letters.put(Normalizer.normalize(half, Normalizer.Form.NFKC), half);
        }
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .codePoints()
                .mapToObj(Character::toString)
                .map(letter -> letters.getOrDefault(letter, letter))
                .collect(Collectors.joining());
    }
}

package io.github.servicelinkage.conformance.message;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * A sentence in both languages of the suite, in one line and without anything that is not seen: what a gateway or a file has put
 * into it is {@linkplain Harmless harmless}.
 *
 * @param ko Korean
 * @param en English
 */
public record Text(String ko, String en) {
    /** Nothing to say. */
    public static final Text NONE = new Text("", "");

    /** A sentence. */
    public Text {
        ko = Harmless.line(ko);
        en = Harmless.line(en);
    }

    /** The same words in both languages, such as a name of the API or a status code. */
    public static Text same(String words) {
        return new Text(words, words);
    }

    /**
     * A sentence with values in it. Numbers are written in the same digits everywhere, whatever the locale of the JVM.
     *
     * @param ko Korean, a format of {@link java.util.Formatter}
     * @param en English, a format that takes the same values
     * @param values the values of both; a text among them appears in the language of the sentence
     */
    public static Text of(String ko, String en, Object... values) {
        return new Text(
                String.format(Locale.ROOT, ko, in(Language.KO, values)),
                String.format(Locale.ROOT, en, in(Language.EN, values)));
    }

    private static Object[] in(Language language, Object... values) {
        return Arrays.stream(values)
                .map(value -> value instanceof Text text ? text.in(language) : value)
                .toArray();
    }

    /** The sentence in one language. */
    public String in(Language language) {
        return language == Language.KO ? ko : en;
    }

    /** Both sentences, changed in the same way. */
    public Text map(UnaryOperator<String> change) {
        return new Text(change.apply(ko), change.apply(en));
    }

    /** This sentence, then another. */
    public Text then(Text next) {
        return isEmpty() ? next : next.isEmpty() ? this : new Text(ko + " " + next.ko, en + " " + next.en);
    }

    /** Whether there is nothing to say. */
    @JsonIgnore
    public boolean isEmpty() {
        return ko.isEmpty() && en.isEmpty();
    }
}

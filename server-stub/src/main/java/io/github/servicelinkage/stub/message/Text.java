package io.github.servicelinkage.stub.message;

import java.util.Locale;
import java.util.stream.Stream;

/**
 * A sentence in Korean and English.
 *
 * @param ko Korean
 * @param en English
 */
public record Text(String ko, String en) {

    /** The same words in both languages, such as a name or a JSON text. */
    public static Text same(String words) {
        return new Text(words, words);
    }

    /**
     * This sentence with values in place of its format specifiers, formatted alike in every locale.
     *
     * @param values the values of both languages, in the same order; a text stands for its words in each language
     */
    public Text with(Object... values) {
        return new Text(formatted(Language.KO, values), formatted(Language.EN, values));
    }

    private String formatted(Language language, Object... values) {
        Object[] words = Stream.of(values)
                .map(value -> value instanceof Text text ? text.in(language) : value)
                .toArray();
        return String.format(Locale.ROOT, in(language), words);
    }

    /** The sentence in one language. */
    public String in(Language language) {
        return language == Language.KO ? ko : en;
    }
}

package io.github.servicelinkage.stub.message;

import java.util.Locale;

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
     * @param values the values of both languages, in the same order
     */
    public Text with(Object... values) {
        return new Text(String.format(Locale.ROOT, ko, values), String.format(Locale.ROOT, en, values));
    }

    /** The sentence in one language. */
    public String in(Language language) {
        return language == Language.KO ? ko : en;
    }
}

package io.github.servicelinkage.client.message;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences that a user of the client can meet, in Korean and English. The language is chosen here and nowhere else. */
public final class Messages {

    private static final String BUNDLE = Messages.class.getPackageName() + ".messages";

    private Messages() {}

    /**
     * The language of the sentences.
     *
     * @return Korean if that is the language of the default locale, otherwise English
     */
    public static Locale locale() {
        return Locale.getDefault().getLanguage().equals(Locale.KOREAN.getLanguage()) ? Locale.KOREAN : Locale.ENGLISH;
    }

    /**
     * A sentence. Values appear as {@link String#valueOf(Object)} writes them, with the same digits in every locale.
     *
     * @param key name of the sentence
     * @param values what to fill in for {@code {0}}, {@code {1}} and so on
     * @return the sentence
     */
    public static String text(String key, Object... values) {
        String pattern = ResourceBundle.getBundle(BUNDLE, locale()).getString(key);
        Object[] shown = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            shown[i] = String.valueOf(values[i]);
        }
        return new MessageFormat(pattern, Locale.ROOT).format(shown);
    }
}

package io.github.servicelinkage.stub.mock;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** What the command says, in Korean or English. */
record Messages(Locale locale) {

    /** Messages in {@code ko} or {@code en}; in the machine's language if none is asked for. */
    static Messages in(@Nullable String language) {
        return new Messages(language == null ? Locale.getDefault() : Locale.forLanguageTag(language));
    }

    /** Messages in the language of this locale. */
    static Messages in(Locale locale) {
        return new Messages(locale);
    }

    String text(String key, Object... values) {
        ResourceBundle bundle = ResourceBundle.getBundle(Messages.class.getName(), locale);
        return MessageFormat.format(bundle.getString(key), values);
    }
}

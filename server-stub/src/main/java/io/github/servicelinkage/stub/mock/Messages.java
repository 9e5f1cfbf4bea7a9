package io.github.servicelinkage.stub.mock;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** What the command says, in Korean or English. */
record Messages(ResourceBundle bundle) {

    /** Messages in {@code ko} or {@code en}; in the machine's language if none is asked for. */
    static Messages in(@Nullable String language) {
        Locale locale = language == null ? Locale.getDefault() : Locale.forLanguageTag(language);
        return new Messages(ResourceBundle.getBundle(Messages.class.getName(), locale));
    }

    String text(String key, Object... values) {
        return MessageFormat.format(bundle.getString(key), values);
    }
}

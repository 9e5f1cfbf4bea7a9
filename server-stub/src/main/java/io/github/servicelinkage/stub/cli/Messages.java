package io.github.servicelinkage.stub.cli;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the command says, in Korean or English. */
record Messages(Locale locale) {

    /** Messages in the language of this locale. */
    static Messages in(Locale locale) {
        return new Messages(locale);
    }

    String text(String key, Object... values) {
        ResourceBundle bundle = ResourceBundle.getBundle(Messages.class.getName(), locale);
        return MessageFormat.format(bundle.getString(key), values);
    }
}

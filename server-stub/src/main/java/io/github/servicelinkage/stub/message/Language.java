package io.github.servicelinkage.stub.message;

import java.util.Locale;

/** The languages of the mock gateway. */
public enum Language {
    /** Korean. */
    KO,
    /** English. */
    EN;

    /** Korean on a Korean system, English on any other. */
    public static Language ofSystem() {
        return of(Locale.getDefault());
    }

    /** Korean for a Korean locale, English for any other. */
    public static Language of(Locale locale) {
        return locale.getLanguage().equals("ko") ? KO : EN;
    }

    /** The locale of this language, for libraries with messages of their own. */
    public Locale locale() {
        return this == KO ? Locale.KOREAN : Locale.ENGLISH;
    }
}

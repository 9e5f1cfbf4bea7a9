package io.github.servicelinkage.stub.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The languages of the command lines. */
public enum Language {
    /** Korean. */
    KO(Locale.KOREAN),
    /** English. */
    EN(Locale.ENGLISH);

    /** The option that chooses one. */
    static final String OPTION = "--lang";

    private static final String END_OF_OPTIONS = "--";

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /**
     * The language of a command line: that of {@code --lang}, wherever it stands, or else the system's. It must be known before the
     * options are read, since help and complaints about options are in it.
     */
    public static Language of(String... arguments) {
        String chosen = "";
        for (int i = 0; i < arguments.length && !arguments[i].equals(END_OF_OPTIONS); i++) {
            if (arguments[i].startsWith(OPTION + "=")) {
                chosen = arguments[i].substring(OPTION.length() + 1);
            } else if (arguments[i].equals(OPTION) && i + 1 < arguments.length) {
                chosen = arguments[i + 1];
            }
        }
        return named(chosen).orElseGet(Language::ofSystem);
    }

    /** Korean where the system speaks Korean, English elsewhere. The only place of the module that asks the system. */
    static Language ofSystem() {
        return Locale.getDefault().getLanguage().equals(KO.locale.getLanguage()) ? KO : EN;
    }

    Locale locale() {
        return locale;
    }

    private static Optional<Language> named(String name) {
        return Arrays.stream(values())
                .filter(language -> language.name().equalsIgnoreCase(name))
                .findFirst();
    }
}

package io.github.servicelinkage.conformance.message;

import java.util.Locale;

/** The languages that the suite speaks. */
public enum Language {
    /** Korean. */
    KO,
    /** English. */
    EN;

    /** Korean where the system speaks Korean, English elsewhere. */
    public static Language ofSystem() {
        return Locale.getDefault().getLanguage().equals("ko") ? KO : EN;
    }
}

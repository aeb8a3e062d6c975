package org.dwastudio.ui.screen;

import java.util.Locale;

/** The languages of the studio. */
public enum Language {
    ENGLISH(Locale.ENGLISH),
    JAPANESE(Locale.JAPANESE);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    /** The other of the two. */
    public Language other() {
        return this == ENGLISH ? JAPANESE : ENGLISH;
    }

    /** The language of a locale; English for locales that the studio does not speak. */
    public static Language of(Locale locale) {
        return locale.getLanguage().equals(Locale.JAPANESE.getLanguage()) ? JAPANESE : ENGLISH;
    }
}

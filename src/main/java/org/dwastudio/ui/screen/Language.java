package org.dwastudio.ui.screen;

import java.util.Locale;

/** Languages of the studio. */
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

    /** Returns the other language. */
    public Language other() {
        return this == ENGLISH ? JAPANESE : ENGLISH;
    }

    /** Returns the language of a locale; English for unsupported locales. */
    public static Language of(Locale locale) {
        return locale.getLanguage().equals(Locale.JAPANESE.getLanguage()) ? JAPANESE : ENGLISH;
    }
}

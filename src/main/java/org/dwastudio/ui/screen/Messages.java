package org.dwastudio.ui.screen;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Every word of the window in one language.
 *
 * @param language which one
 * @param bundle its messages
 */
public record Messages(Language language, ResourceBundle bundle) {
    private static final String BUNDLE = "org.dwastudio.ui.messages";

    public static Messages in(Language language) {
        // English is the bundle without a suffix: the root locale keeps the machine's own language out of it.
        Locale locale = language == Language.ENGLISH ? Locale.ROOT : language.locale();
        return new Messages(
                language,
                ResourceBundle.getBundle(
                        BUNDLE,
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    /**
     * A text without arguments.
     *
     * @throws java.util.MissingResourceException if no text has this key
     */
    public String get(String key) {
        return bundle.getString(key);
    }

    /** A text, or something else where there is none: for names that only some things have. */
    public String getOr(String key, String other) {
        return bundle.containsKey(key) ? bundle.getString(key) : other;
    }

    /**
     * A text with arguments in the places {@code {0}}, {@code {1}} and so on; numbers that need a certain form are given
     * as text.
     */
    public String format(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(arguments);
    }
}

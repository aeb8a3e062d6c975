package org.dwastudio.ui.screen;

import java.text.NumberFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.dwastudio.text.Message;
import org.dwastudio.text.TextTemplate;

/**
 * All texts of the window in one language.
 *
 * @param language language of the texts
 * @param bundle message bundle
 */
public record Messages(Language language, ResourceBundle bundle) {
    private static final String BUNDLE = "org.dwastudio.ui.messages";

    public static Messages in(Language language) {
        // English is the bundle without a suffix: the root locale keeps the system's own language out of it.
        Locale locale = language == Language.ENGLISH ? Locale.ROOT : language.locale();
        return new Messages(
                language,
                ResourceBundle.getBundle(
                        BUNDLE,
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    /**
     * Returns a text without arguments.
     *
     * @throws java.util.MissingResourceException if no text has this key
     */
    public String get(String key) {
        return bundle.getString(key);
    }

    /** Returns a text, or a default if there is none: for names that exist only for some items. */
    public String getOr(String key, String other) {
        return bundle.containsKey(key) ? bundle.getString(key) : other;
    }

    /**
     * Returns a text with arguments in its places, see {@link TextTemplate}; numbers that need a certain format are passed
     * as text, and messages are rendered in this language.
     */
    public String format(String key, Object... arguments) {
        return TextTemplate.fill(
                bundle.getString(key), Arrays.stream(arguments).map(this::text).toList());
    }

    private String text(Object argument) {
        if (argument instanceof Message message) {
            return show(message);
        }
        return argument instanceof Number number
                ? NumberFormat.getInstance(Locale.ROOT).format(number)
                : argument.toString();
    }

    /** Returns a message of the engine in this language. */
    public String show(Message message) {
        return message.in(language.locale());
    }
}

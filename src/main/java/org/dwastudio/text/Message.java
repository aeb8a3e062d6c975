package org.dwastudio.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Sentence for the user that is rendered in the language of whoever shows it: English on the command line and in logs, the
 * window's language in the window. Messages are equal if they read the same in English.
 */
public final class Message {
    private static final String BUNDLE = "org.dwastudio.text.failures";
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
    /** Messages without a key consist of their arguments, one per line. */
    private static final String NO_KEY = "";

    private final String key;
    private final List<Object> arguments;

    private Message(String key, List<Object> arguments) {
        this.key = key;
        this.arguments = arguments;
    }

    /**
     * Creates a message.
     *
     * @param key key in the bundles {@code failures} of this package
     * @param arguments values of the places {@code {0}}, {@code {1}} and so on; messages among them are rendered in the same
     *     language. Names and values come from files: control characters are escaped and long ones cut
     */
    public static Message of(String key, Object... arguments) {
        return new Message(
                key,
                Arrays.stream(arguments)
                        .map(argument -> argument instanceof Message
                                ? argument
                                : PrintableText.message(String.valueOf(argument)))
                        .toList());
    }

    /**
     * Creates a message that reads the same in every language, for example the text of another library. Its line breaks
     * remain; it may contain values of files, of which control characters are escaped and long ones cut.
     */
    public static Message literal(String text) {
        return new Message(NO_KEY, List.of(PrintableText.lines(text)));
    }

    /** Creates a message of several lines. */
    public static Message lines(List<Message> lines) {
        return new Message(NO_KEY, List.copyOf(lines));
    }

    /** Returns the English text. */
    public String english() {
        return in(Locale.ROOT);
    }

    /** Returns the text in a language; English if there is no translation. */
    public String in(Locale locale) {
        if (key.equals(NO_KEY)) {
            return arguments.stream().map(line -> render(line, locale)).collect(Collectors.joining("\n"));
        }
        return PLACE.matcher(bundle(locale).getString(key))
                .replaceAll(place -> Matcher.quoteReplacement(render(argument(place), locale)));
    }

    private Object argument(MatchResult place) {
        return arguments.get(Integer.parseInt(place.group(1)));
    }

    private static String render(Object argument, Locale locale) {
        return argument instanceof Message message ? message.in(locale) : argument.toString();
    }

    private static ResourceBundle bundle(Locale locale) {
        // English is the bundle without a suffix.
        return ResourceBundle.getBundle(
                BUNDLE,
                locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? Locale.ROOT : locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Message message && english().equals(message.english());
    }

    @Override
    public int hashCode() {
        return english().hashCode();
    }

    /** Returns the English text. */
    @Override
    public String toString() {
        return english();
    }
}

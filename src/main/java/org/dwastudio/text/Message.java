package org.dwastudio.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Sentence for the user that is rendered in the words of whoever shows it: in English on the command line and in logs, in
 * the window's language in the window. The bundles {@code failures} hold the words of the window. Where the command line
 * needs others, because it names its options, commands and keys, they are in the bundle {@code console} under the same key.
 * Messages are equal if they read the same on the command line.
 */
public final class Message {
    private static final String BUNDLE = "org.dwastudio.text.failures";
    private static final String CONSOLE = "org.dwastudio.text.console";
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
     * @param arguments values of the places of its text, see {@link TextTemplate}; messages among them are rendered in the same
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

    /**
     * Creates a message from a file.
     *
     * @param key as {@link #key()} returns it
     * @param arguments texts and messages
     * @return empty if there is no text with this key, or it needs more arguments
     */
    public static Optional<Message> known(String key, List<?> arguments) {
        Message message = key.equals(NO_KEY)
                ? new Message(
                        NO_KEY,
                        arguments.stream()
                                .<Object>map(one -> one instanceof Message ? one : PrintableText.lines(one.toString()))
                                .toList())
                : of(key, arguments.toArray());
        try {
            return message.english().isEmpty() || message.in(Locale.ENGLISH).isEmpty()
                    ? Optional.empty()
                    : Optional.of(message);
        } catch (MissingResourceException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /** Returns the key of the text; empty if the message consists of its arguments. */
    public String key() {
        return key;
    }

    /** Returns the values of the places of the text: texts and messages. */
    public List<Object> arguments() {
        return arguments;
    }

    /** Returns true if the message reads the same in every language. */
    public boolean isLiteral() {
        return key.equals(NO_KEY)
                && arguments.stream().allMatch(one -> !(one instanceof Message part) || part.isLiteral());
    }

    /** Returns the English text in the words of the command line. */
    public String english() {
        return render(Message::console, Message::english);
    }

    /** Returns the text in a language in the words of the window; English if there is no translation. */
    public String in(Locale locale) {
        ResourceBundle texts = bundle(BUNDLE, locale);
        return render(texts::getString, part -> part.in(locale));
    }

    /**
     * Renders the message.
     *
     * @param texts text of a key
     * @param parts text of a message among the arguments
     */
    private String render(UnaryOperator<String> texts, Function<Message, String> parts) {
        List<String> values = arguments.stream()
                .map(argument -> argument instanceof Message part ? parts.apply(part) : argument.toString())
                .toList();
        return key.equals(NO_KEY) ? String.join("\n", values) : TextTemplate.fill(texts.apply(key), values);
    }

    private static String console(String key) {
        ResourceBundle console = bundle(CONSOLE, Locale.ROOT);
        return (console.containsKey(key) ? console : bundle(BUNDLE, Locale.ROOT)).getString(key);
    }

    private static ResourceBundle bundle(String name, Locale locale) {
        // English is the bundle without a suffix.
        return ResourceBundle.getBundle(
                name,
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

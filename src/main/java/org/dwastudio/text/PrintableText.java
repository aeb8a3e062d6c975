package org.dwastudio.text;

import java.util.stream.Collectors;

/**
 * Text from files and archives, made safe for terminals, logs and labels: control characters are escaped and long text
 * is cut.
 */
public final class PrintableText {
    /** Longest name or value within a sentence, in characters. */
    private static final int LONGEST_NAME = 100;
    /** Longest sentence or paragraph, in characters. */
    private static final int LONGEST_MESSAGE = 2_000;

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final String ELLIPSIS = "…";

    private PrintableText() {}

    /**
     * Returns a text in which control characters, line breaks, unpaired surrogates and characters that change the
     * direction of the text are escaped, for example {@code \n}, {@code \u001b}.
     */
    public static String escaped(String text) {
        if (text.codePoints().allMatch(PrintableText::isPlain)) {
            return text;
        }
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(character -> append(escaped, character));
        return escaped.toString();
    }

    /** Returns a name for use within a sentence: escaped, and cut in the middle to 100 characters. */
    public static String name(String text) {
        return shortened(text, LONGEST_NAME);
    }

    /** Returns a whole message: escaped, and cut in the middle to 2,000 characters, so that its advice remains. */
    public static String message(String text) {
        return shortened(text, LONGEST_MESSAGE);
    }

    /** Returns a text of several lines: escaped without its line breaks, and cut in the middle to 2,000 characters. */
    public static String lines(String text) {
        String escaped =
                cut(text, LONGEST_MESSAGE).lines().map(PrintableText::escaped).collect(Collectors.joining("\n"));
        return cut(escaped, LONGEST_MESSAGE);
    }

    private static String shortened(String text, int longest) {
        // Cut first: escaping a text of megabytes only to drop it takes time and memory.
        String cut = cut(text, longest);
        return cut(escaped(cut), longest);
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int tail = (longest - ELLIPSIS.length()) / 3;
        int head = longest - ELLIPSIS.length() - tail;
        return text.substring(0, head) + ELLIPSIS + text.substring(text.length() - tail);
    }

    private static boolean isPlain(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> false;
            // Some scripts and emoji need the joiners; the others reorder or hide text.
            case Character.FORMAT -> character == ZERO_WIDTH_NON_JOINER || character == ZERO_WIDTH_JOINER;
            default -> true;
        };
    }

    private static void append(StringBuilder escaped, int character) {
        if (isPlain(character)) {
            escaped.appendCodePoint(character);
        } else if (character == '\n') {
            escaped.append("\\n");
        } else if (character == '\r') {
            escaped.append("\\r");
        } else if (character == '\t') {
            escaped.append("\\t");
        } else {
            for (char unit : Character.toChars(character)) {
                escaped.append(String.format("\\u%04x", (int) unit));
            }
        }
    }
}

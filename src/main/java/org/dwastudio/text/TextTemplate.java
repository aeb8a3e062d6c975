package org.dwastudio.text;

import java.text.ChoiceFormat;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text with places for values, {@code {0}}, {@code {1}} and so on, and with choices between forms of a word by the number
 * in a place: {@code {0,choice,0#{0} images|1#1 image|1<{0} images}}. Both are written as for {@link
 * java.text.MessageFormat}, but values are text, so that a number keeps its format, and an apostrophe is an apostrophe.
 */
public final class TextTemplate {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)(?:,choice,((?:[^{}]|\\{\\d})*))?}");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d{1,3}(?:,\\d{3})*|\\d{1,15}");

    private TextTemplate() {}

    /** Returns the text with the values in their places. */
    public static String fill(String template, List<String> values) {
        return PLACE.matcher(template).replaceAll(place -> Matcher.quoteReplacement(content(place, values)));
    }

    private static String content(MatchResult place, List<String> values) {
        String value = values.get(Integer.parseInt(place.group(1)));
        return place.group(2) == null ? value : fill(chosen(place.group(2), value), values);
    }

    /** Returns the form of a number; that of many if the value is not a whole number, such as a size with its unit. */
    private static String chosen(String forms, String value) {
        double number =
                WHOLE_NUMBER.matcher(value).matches() ? Double.parseDouble(value.replace(",", "")) : Double.MAX_VALUE;
        return new ChoiceFormat(forms).format(number);
    }
}

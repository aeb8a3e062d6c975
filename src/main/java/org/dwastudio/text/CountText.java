package org.dwastudio.text;

/** Number of things with its noun in the singular or plural, for example {@code 1 image} and {@code 20 images}. */
public final class CountText {
    private CountText() {}

    /** Returns a number with a noun whose plural ends in s. */
    public static String of(long number, String singular) {
        return of(number, singular, singular + "s");
    }

    /** Returns a number with one of two forms. */
    public static String of(long number, String singular, String plural) {
        return number + " " + (number == 1 ? singular : plural);
    }
}

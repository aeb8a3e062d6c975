package org.dwastudio.text;

/** Text of CSV cells that spreadsheets show as it is. */
public final class SpreadsheetText {
    private static final String STARTS_OF_FORMULAS = "=+-@\t\r";

    private SpreadsheetText() {}

    /** Returns a text with an apostrophe in front if a spreadsheet would take it for a formula. */
    public static String of(String text) {
        return !text.isEmpty() && STARTS_OF_FORMULAS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}

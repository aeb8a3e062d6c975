package org.dwastudio.stage.evaluation.result;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** Columns of a table of results, with their names in the window, in copied tables, in reports and in the guide. */
public enum ResultColumn {
    SET("set"),
    LABELS("labels"),
    IMAGES("images"),
    /** Share of the images among all real training images. */
    KEPT("kept"),
    STUDENTS("students"),
    /** Top-1 accuracy after the last step: the result. */
    LAST("last"),
    /** Mean of the accuracies of the classes after the last step. */
    BALANCED("balanced"),
    /** Highest top-1 accuracy of all measurements. */
    BEST("best"),
    TOP_FIVE("topFive"),
    TIME("time");

    private static final String BUNDLE = "org.dwastudio.stage.evaluation.result.columns";

    private final String key;

    ResultColumn(String key) {
        this.key = key;
    }

    /** Returns the key of help texts. */
    public String key() {
        return key;
    }

    /** Returns the name in a language; in English where there is none. */
    public String title(Locale language) {
        // English is the bundle without a suffix: without fallback, the locale of the machine does not matter.
        ResourceBundle.Control control =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return ResourceBundle.getBundle(BUNDLE, language, control).getString(key);
    }

    /** Returns all names in a language, in the order of the table. */
    public static List<String> titles(Locale language) {
        return Stream.of(values()).map(column -> column.title(language)).toList();
    }
}

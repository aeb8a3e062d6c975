package org.dwastudio.ui.sweep.setup;

import java.util.Locale;
import org.dwastudio.config.sweep.Objective;
import org.dwastudio.config.sweep.SearchStrategy;
import org.dwastudio.ui.screen.Messages;

/**
 * Names of choices and settings of a sweep.
 *
 * @param texts texts of the window
 */
public record SweepChoices(Messages texts) {

    /** Returns the name of a strategy. */
    public String name(SearchStrategy strategy) {
        return texts.get("sweep.strategy." + strategy.name().toLowerCase(Locale.ROOT));
    }

    /** Returns the name of an objective. */
    public String name(Objective objective) {
        return texts.get("sweep.objective." + objective.name().toLowerCase(Locale.ROOT));
    }

    /** Returns the name of the score of an objective, for the head of a column. */
    public String score(Objective objective) {
        return texts.get("sweep.score." + objective.name().toLowerCase(Locale.ROOT));
    }

    /** Returns the name of a setting, with a subscript after an underscore. */
    public String name(SweptSetting setting) {
        return setting.nameKey().isEmpty() ? setting.key() : texts.getOr(setting.nameKey(), setting.key());
    }

    /** Returns the name of a setting with its part of the program, for lists of both. */
    public String listed(SweptSetting setting) {
        return setting.key().startsWith("evaluation.")
                ? texts.format("sweep.setting.evaluation", name(setting))
                : name(setting).replace("_", "");
    }

    /** Returns a short name for the head of a column: the symbol at the end of the name, or the name. */
    public String symbol(String key) {
        String name = name(SweptSetting.of(key));
        String last = name.substring(name.lastIndexOf(' ') + 1);
        return last.length() <= 4 && !last.startsWith("(") ? last : name;
    }
}

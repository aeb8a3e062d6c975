package org.dwastudio.ui.teacher;

import java.util.Optional;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.screen.PercentText;

/**
 * Warning about a teacher that knows little of its dataset, so that images distilled from it teach little.
 *
 * @param accuracy accuracy on the test split, 0 to 1
 * @param chance accuracy of guessing, 0 to 1
 */
public record WeakTeacher(double accuracy, double chance) {

    /** Returns the warning about a teacher of this many classes; empty for one that is half-way from chance to 100 % or better. */
    public static Optional<WeakTeacher> of(double accuracy, int classes) {
        double chance = 1.0 / classes;
        return accuracy < (1 + chance) / 2 ? Optional.of(new WeakTeacher(accuracy, chance)) : Optional.empty();
    }

    /** Returns the warning with what to do about it. */
    public String words(Messages texts) {
        return texts.format("teacher.weak", PercentText.of(accuracy), PercentText.of(chance));
    }
}

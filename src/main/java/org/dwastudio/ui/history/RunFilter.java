package org.dwastudio.ui.history;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.dwastudio.run.history.RunState;
import org.dwastudio.run.history.RunSummary;

/**
 * Which runs are looked for.
 *
 * @param text words that all stand somewhere in name, folder, dataset, teacher, tags or note; capitals do not matter
 * @param standing how they stand; empty for any
 * @param dataset whose source; empty for any
 */
record RunFilter(String text, Optional<RunState> standing, Optional<String> dataset) implements Predicate<RunSummary> {
    static final RunFilter ALL = new RunFilter("", Optional.empty(), Optional.empty());

    @Override
    public boolean test(RunSummary run) {
        if (standing.filter(wanted -> wanted != run.standing()).isPresent()
                || dataset.filter(wanted -> !wanted.equals(datasetOf(run))).isPresent()) {
            return false;
        }
        String all = String.join("\n", run.name(), run.folder().toString(), datasetOf(run), teacherOf(run)) + "\n"
                + run.notes().tagLine() + "\n" + run.notes().note();
        String lower = all.toLowerCase(Locale.ROOT);
        for (String word : text.toLowerCase(Locale.ROOT).strip().split("\\s+", -1)) {
            if (!lower.contains(word)) {
                return false;
            }
        }
        return true;
    }

    /** The source as the experiment has it; empty when it cannot be read. */
    static String datasetOf(RunSummary run) {
        return run.experiment().map(one -> one.dataset().source()).orElse("");
    }

    static String teacherOf(RunSummary run) {
        return run.experiment().map(one -> one.teacher().weights()).orElse("");
    }
}

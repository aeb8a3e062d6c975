package org.dwastudio.ui.history;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.dwastudio.config.StageName;
import org.dwastudio.run.history.RunState;
import org.dwastudio.run.history.RunSummary;

/**
 * Filter of the run history.
 *
 * @param text words that must all occur in name, folder, dataset, teacher, tags or note, in any case
 * @param stage squeeze or synthesis; empty for both
 * @param state state of the runs; empty for any
 * @param dataset source of the dataset; empty for any
 */
record RunFilter(String text, Optional<StageName> stage, Optional<RunState> state, Optional<String> dataset)
        implements Predicate<RunSummary> {
    static final RunFilter ALL = new RunFilter("", Optional.empty(), Optional.empty(), Optional.empty());

    @Override
    public boolean test(RunSummary run) {
        if (stage.filter(wanted -> wanted != run.stage()).isPresent()
                || state.filter(wanted -> wanted != run.state()).isPresent()
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

package org.dwastudio.stage.request;

import java.nio.file.Path;
import java.util.List;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.stage.evaluation.result.EvaluationReport;
import org.dwastudio.stage.evaluation.result.StudentResult;
import org.dwastudio.stage.evaluation.result.StudentTask;

/**
 * How an evaluation ended, or how far it is.
 *
 * @param folder holds the tables and what each student did
 * @param config the recipe
 * @param report of all students that are done, those of earlier evaluations by the same recipe included
 */
public record EvaluationOutcome(Path folder, EvaluationConfig config, EvaluationReport report) {

    /** Of all students that are done. */
    public List<StudentResult> results() {
        return report.results();
    }

    /** How many there are to be. */
    public int students() {
        return StudentTask.all(config).size();
    }

    /** What came out, in Markdown. */
    public String table() {
        return report.markdown();
    }

    /** Whether some are not done, because it was stopped before its end; what is done is kept and not done again. */
    public boolean cancelled() {
        return results().size() < students();
    }
}

package org.dwastudio.stage.request;

import java.nio.file.Path;
import java.util.List;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.stage.evaluation.result.EvaluationReport;
import org.dwastudio.stage.evaluation.result.StudentResult;
import org.dwastudio.stage.evaluation.result.StudentTask;

/**
 * Final or intermediate state of an evaluation.
 *
 * @param folder contains the tables and the result of each student
 * @param config the recipe
 * @param report on all finished students, including those of earlier evaluations with the same recipe
 */
public record EvaluationOutcome(Path folder, EvaluationConfig config, EvaluationReport report) implements StageOutcome {

    /** Returns the results of all finished students. */
    public List<StudentResult> results() {
        return report.results();
    }

    /** Returns the planned number of students. */
    public int students() {
        return StudentTask.all(config).size();
    }

    /** Returns the result table in Markdown. */
    public String table() {
        return report.markdown();
    }

    /**
     * Returns true when students are missing because the evaluation was stopped early; finished ones are kept and not
     * trained again.
     */
    @Override
    public boolean cancelled() {
        return results().size() < students();
    }
}

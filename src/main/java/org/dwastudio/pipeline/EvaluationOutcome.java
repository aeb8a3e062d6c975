package org.dwastudio.pipeline;

import java.nio.file.Path;
import java.util.List;

/**
 * How an evaluation ended.
 *
 * @param folder holds the tables and what each student did
 * @param results of all students that are done, those of earlier evaluations by the same recipe included
 * @param students how many there are to be
 * @param table of what came out, in Markdown
 * @param cancelled whether it was stopped before its end; what is done is kept and not done again
 */
public record EvaluationOutcome(
        Path folder, List<StudentResult> results, int students, String table, boolean cancelled) {
    public EvaluationOutcome {
        results = List.copyOf(results);
    }
}

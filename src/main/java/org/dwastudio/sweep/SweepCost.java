package org.dwastudio.sweep;

import java.util.Map;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.yaml.SweepFile;
import org.dwastudio.engine.Engine;
import org.dwastudio.stage.StageEstimate;
import org.dwastudio.stage.request.EvaluationRequest;
import org.dwastudio.stage.request.SynthesisRequest;
import org.dwastudio.sweep.search.Candidate;
import org.dwastudio.sweep.search.Search;

/**
 * Estimated cost of a sweep, before it starts.
 *
 * @param runs number of runs, baselines included
 * @param seconds duration of all runs and of the test
 * @param memoryBytes largest memory of a stage
 * @param diskBytes bytes that the runs leave on disk
 */
public record SweepCost(int runs, double seconds, long memoryBytes, long diskBytes) {
    /** Image sets that students are trained on; those of real images are trained once a seed. */
    private static final double SETS = 3;

    /**
     * Measures some steps, which takes seconds. Values that change the cost of a run count with that of the experiment.
     *
     * @throws Exception the failure of the experiment as it is
     */
    public static SweepCost of(SweepFile content, Engine engine) throws Exception {
        Search search = Search.of(content.sweep(), content.experiment().seed());
        TrialExperiments experiments = new TrialExperiments(content);
        Experiment preset = experiments.of(new Candidate(0, Map.of(), 1), experiments.seed(0));
        int seeds = content.sweep().seeds();
        double whole = (search.cost() + 1) * seeds;
        StageEstimate images = TrialRunner.awaited(engine.estimate(SynthesisRequest.planned(preset)));
        double seconds = whole * images.seconds();
        long memory = images.memoryBytes();
        long disk = (long) (whole * images.diskBytes());
        if (content.sweep().objective().needsStudents()) {
            StageEstimate students = TrialRunner.awaited(engine.estimate(EvaluationRequest.planned(preset)));
            seconds += students.seconds() * (changesStudents(content) ? whole : seeds + (whole - seeds) / SETS);
            // The test of the best trial and of the baselines.
            seconds += students.seconds() * seeds * (1 + 1 / SETS);
            memory = Math.max(memory, students.memoryBytes());
        }
        return new SweepCost((search.total() + 1) * seeds, seconds, memory, disk);
    }

    /** Returns true if students on real images differ between trials. */
    private static boolean changesStudents(SweepFile content) {
        return content.sweep().parameters().stream()
                .anyMatch(parameter -> !parameter.key().startsWith("synthesis.")
                        || parameter.key().equals("synthesis.imagesPerClass"));
    }
}

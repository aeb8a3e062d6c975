package org.dwastudio.sweep;

import java.util.Map;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.yaml.SweepFile;
import org.dwastudio.engine.Engine;
import org.dwastudio.stage.StageEstimate;
import org.dwastudio.stage.request.StageRequest;
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
    /**
     * Measures some steps, which takes seconds. Values that change the cost of a run count with that of the experiment.
     *
     * @throws Exception the failure of the experiment as it is
     */
    public static SweepCost of(SweepFile content, Engine engine) throws Exception {
        return of(content, request -> TrialRunner.awaited(engine.estimate(request)));
    }

    /** Estimates of stages. */
    @FunctionalInterface
    interface Estimates {
        /** Estimates a stage, which takes seconds. */
        StageEstimate of(StageRequest<?> request) throws Exception;
    }

    static SweepCost of(SweepFile content, Estimates estimates) throws Exception {
        Search search = Search.of(content.sweep(), content.experiment().seed());
        TrialExperiments experiments = new TrialExperiments(content);
        Experiment preset = experiments.of(new Candidate(0, Map.of(), 1), experiments.seed(0));
        int seeds = content.sweep().seeds();
        double whole = (search.cost() + 1) * seeds;
        StageEstimate images = estimates.of(SynthesisRequest.planned(preset));
        double seconds = whole * images.seconds();
        long memory = images.memoryBytes();
        long disk = (long) (whole * images.diskBytes());
        if (content.sweep().objective().needsStudents()) {
            StudentCost students = StudentCost.of(preset, estimates);
            // The preset trains students on real images too, once a seed.
            seconds += students.all() * seeds
                    + (changesStudents(content) ? students.all() : students.distilled()) * (whole - seeds);
            // The test of the best trial and of the baselines.
            seconds += (students.all() + students.distilled()) * seeds;
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

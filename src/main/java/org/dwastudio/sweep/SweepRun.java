package org.dwastudio.sweep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.sweep.Objective;
import org.dwastudio.config.yaml.SweepFile;
import org.dwastudio.engine.Engine;
import org.dwastudio.event.Metric;
import org.dwastudio.file.LockFile;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.RunFolderException;
import org.dwastudio.run.history.LastMetrics;
import org.dwastudio.stage.RunControl;
import org.dwastudio.stage.evaluation.result.EvaluationReport;
import org.dwastudio.stage.evaluation.result.TrainingSet;
import org.dwastudio.sweep.SweepProgress.Stage;
import org.dwastudio.sweep.search.Candidate;
import org.dwastudio.text.FailureCause;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Run of a sweep, from the start or from where it was interrupted: the baselines first, then the candidates. A run that
 * fails is recorded with its reason, and the sweep continues with the next one. Used on a thread of its own; trials are
 * added or left out on any thread.
 */
public final class SweepRun {
    private static final Logger LOG = LoggerFactory.getLogger(SweepRun.class);

    private final SweepFile planned;
    private final SweepFolder folder;
    private final SweepListener listener;
    private final TrialRunner runner;
    private final AtomicReference<Optional<TrialQueue>> running = new AtomicReference<>(Optional.empty());
    private final TrialClock clock;

    /** Creates a run that has not begun. */
    public SweepRun(SweepFile content, SweepFolder folder, Engine engine, SweepListener listener) {
        planned = content;
        this.folder = folder;
        this.listener = listener;
        clock = new TrialClock(folder.elapsed(), System::nanoTime);
        runner = new TrialRunner(engine, event -> {
            clock.keepSometimes();
            listener.onEvent(event);
        });
    }

    /** Returns the control of the stage that runs now, to pause it. */
    public Optional<RunControl> control() {
        return runner.control();
    }

    /** Ends the sweep soon; what is finished stays, and the sweep can be continued. */
    public void cancel() {
        runner.cancel();
    }

    /**
     * Runs what is not done.
     *
     * @return all trials
     * @throws CancellationException if the sweep was canceled
     * @throws RunFolderException if the folder holds another sweep
     * @throws IOException if the folder cannot be written
     * @throws Exception the failure of the experiment as it is, after which nothing else is tried
     */
    public List<Trial> run() throws Exception {
        Files.createDirectories(folder.runs());
        try (LockFile lock = LockFile.acquire(folder.lock())) {
            LOG.debug("{} is held", lock.name());
            TrialQueue queue = TrialQueue.open(folder, planned);
            running.set(Optional.of(queue));
            report(queue, Optional.empty());
            for (Optional<TrialQueue.Next> next = queue.next(); next.isPresent(); next = queue.next()) {
                run(next.get(), queue);
                report(queue, Optional.empty());
            }
            return queue.trials();
        } finally {
            running.set(Optional.empty());
        }
    }

    /** Change of the trials of a sweep. */
    private interface Change {
        void make(TrialQueue queue) throws IOException;
    }

    /**
     * Adds values, trials or seeds, also while the sweep runs.
     *
     * @throws RunFolderException if something else changed
     * @throws IOException if the folder cannot be written, or another process runs the sweep
     */
    public void extend(SweepFile changed) throws IOException {
        change(queue -> queue.extend(changed));
    }

    /**
     * Leaves a candidate without runs out, or takes it in again, also while the sweep runs.
     *
     * @param number number of the candidate, from 1
     * @throws IOException if the folder cannot be written, or another process runs the sweep
     */
    public void skip(int number, boolean skipped) throws IOException {
        change(queue -> queue.skip(number, skipped));
    }

    private void change(Change change) throws IOException {
        Optional<TrialQueue> live = Objects.requireNonNull(running.get());
        if (live.isPresent()) {
            change.make(live.get());
            return;
        }
        try (LockFile lock = LockFile.acquire(folder.lock())) {
            LOG.debug("{} is held", lock.name());
            change.make(TrialQueue.recorded(folder));
        }
    }

    private void report(TrialQueue queue, Optional<SweepProgress.Current> current) {
        listener.onProgress(queue.progress(current, clock.seconds()));
    }

    private void run(TrialQueue.Next next, TrialQueue queue) throws Exception {
        clock.begin(next);
        try {
            record(next, queue);
        } catch (CancellationException e) {
            clock.keep();
            throw e;
        }
        clock.end();
    }

    private void record(TrialQueue.Next next, TrialQueue queue) throws Exception {
        if (next.isBaseline()) {
            Measured measured = measure(next, queue);
            queue.add("random-real", measured.random());
            queue.add(next.trial(), measured.distilled());
        } else {
            queue.add(next.trial(), measuredOrFailed(next, queue));
        }
    }

    /** A run with the random real images that it is compared with. */
    private record Measured(SeedRun distilled, SeedRun random) {}

    private SeedRun measuredOrFailed(TrialQueue.Next next, TrialQueue queue) throws Exception {
        try {
            return measure(next, queue).distilled();
        } catch (CancellationException e) {
            throw e;
        } catch (Exception e) {
            return new SeedRun(
                    next.seed(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    clock.seconds(),
                    Optional.of(FailureCause.describe(e)));
        }
    }

    private Measured measure(TrialQueue.Next next, TrialQueue queue) throws Exception {
        SweepFile content = queue.content();
        long seed = next.seed();
        Experiment experiment = new TrialExperiments(content).of(next.candidate(), seed);
        Path run = folder.run(next.candidate(), seed);
        report(queue, Optional.of(new SweepProgress.Current(next.trial(), seed, Stage.SYNTHESIS)));
        runner.synthesize(experiment, run);
        OptionalDouble vendi = TrialRunner.vendi(run);
        Double realVendi = LastMetrics.in(new RunDirectory(run)).get(Metric.REAL_VENDI_SCORE);
        OptionalDouble randomVendi = realVendi == null ? OptionalDouble.empty() : OptionalDouble.of(realVendi);
        OptionalDouble score = vendi;
        OptionalDouble random = randomVendi;
        Objective objective = content.sweep().objective();
        if (objective.needsStudents()) {
            report(queue, Optional.of(new SweepProgress.Current(next.trial(), seed, Stage.EVALUATION)));
            EvaluationReport students = runner.evaluate(experiment, run);
            score = new ObjectiveScore(objective, students).of(TrainingSet.DISTILLED);
            random = new ObjectiveScore(objective, students).of(TrainingSet.RANDOM_REAL);
        }
        return new Measured(
                new SeedRun(seed, score, vendi, clock.seconds(), Optional.empty()),
                new SeedRun(seed, random, randomVendi, 0, Optional.empty()));
    }

    /**
     * Tests the best trial and the baselines on the test split, once: a trial that was tested is not tested again.
     *
     * @param best the trial that was chosen on held-out images
     * @return all tests of the sweep, those of this trial last
     * @throws CancellationException if the sweep was canceled
     * @throws Exception the failure of an evaluation
     */
    public List<TestRun> test(Trial best) throws Exception {
        if (!planned.sweep().objective().needsStudents()) {
            return List.of();
        }
        try (LockFile lock = LockFile.acquire(folder.lock())) {
            LOG.debug("{} is held", lock.name());
            TrialQueue queue = TrialQueue.open(folder, planned);
            List<TestRun> runs = new ArrayList<>(TestTable.read(folder.test()));
            if (runs.stream().anyMatch(run -> run.winner().equals(best.key()))) {
                return runs;
            }
            TrialExperiments experiments = new TrialExperiments(planned);
            List<TestRun> tested = new ArrayList<>();
            for (int i = 0; i < planned.sweep().seeds(); i++) {
                long seed = experiments.seed(i);
                report(queue, Optional.of(new SweepProgress.Current(best.key(), seed, Stage.TEST)));
                testSeed(best, seed, tested);
            }
            runs.addAll(tested);
            TestTable.write(folder.test(), runs);
            report(queue, Optional.empty());
            return runs;
        }
    }

    private void testSeed(Trial best, long seed, List<TestRun> tested) throws Exception {
        Objective objective = planned.sweep().objective();
        Candidate preset = new Candidate(0, Map.of(), 1);
        ObjectiveScore ofPreset = new ObjectiveScore(objective, onTest(preset, seed));
        if (best.kind() == Trial.Kind.CANDIDATE) {
            ObjectiveScore own = new ObjectiveScore(objective, onTest(best.candidate(), seed));
            add(tested, best.key(), best.key(), seed, own.of(TrainingSet.DISTILLED));
        }
        add(tested, "preset", best.key(), seed, ofPreset.of(TrainingSet.DISTILLED));
        add(tested, "random-real", best.key(), seed, ofPreset.of(TrainingSet.RANDOM_REAL));
    }

    private EvaluationReport onTest(Candidate candidate, long seed) throws Exception {
        TrialExperiments experiments = new TrialExperiments(planned);
        Experiment trial = experiments.of(candidate, seed);
        return runner.evaluate(experiments.onTestSplit(trial), folder.run(candidate, seed));
    }

    private static void add(List<TestRun> tested, String trial, String winner, long seed, OptionalDouble score) {
        score.ifPresent(value -> tested.add(new TestRun(trial, winner, seed, value)));
    }
}

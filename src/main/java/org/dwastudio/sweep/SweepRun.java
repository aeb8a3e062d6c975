package org.dwastudio.sweep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.sweep.Objective;
import org.dwastudio.config.sweep.SweepConfig;
import org.dwastudio.config.yaml.SweepFile;
import org.dwastudio.config.yaml.SweepWriter;
import org.dwastudio.engine.Engine;
import org.dwastudio.event.Metric;
import org.dwastudio.file.BoundedFile;
import org.dwastudio.file.LockFile;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.RunFolderException;
import org.dwastudio.run.history.LastMetrics;
import org.dwastudio.stage.RunControl;
import org.dwastudio.stage.evaluation.result.EvaluationReport;
import org.dwastudio.stage.evaluation.result.TrainingSet;
import org.dwastudio.sweep.SweepProgress.Stage;
import org.dwastudio.sweep.search.Candidate;
import org.dwastudio.sweep.search.ScoredCandidate;
import org.dwastudio.sweep.search.Search;
import org.dwastudio.text.FailureCause;
import org.dwastudio.text.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Run of a sweep, from the start or from where it was interrupted: the baselines first, then the candidates. A run that
 * fails is recorded with its reason, and the sweep continues with the next one. Used on a thread of its own.
 */
public final class SweepRun {
    private static final Logger LOG = LoggerFactory.getLogger(SweepRun.class);
    private static final long MOST_BYTES = 1 << 20;

    private final SweepFile content;
    private final SweepFolder folder;
    private final SweepListener listener;
    private final TrialRunner runner;
    private final TrialExperiments experiments;
    private final TrialsTable table;
    private final List<Trial> baselines = new ArrayList<>();
    private final List<Trial> candidates = new ArrayList<>();
    private final Search search;
    private int waiting;

    /** Creates a run that has not begun. */
    public SweepRun(SweepFile content, SweepFolder folder, Engine engine, SweepListener listener) {
        this.content = content;
        this.folder = folder;
        this.listener = listener;
        runner = new TrialRunner(engine, listener::onEvent);
        experiments = new TrialExperiments(content);
        table = new TrialsTable(content.sweep().parameters());
        search = Search.of(content.sweep(), content.experiment().seed());
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
        try (LockFile lock = LockFile.acquire(folder.root().resolve("sweep.lock"))) {
            begin();
            LOG.debug("{} is held", lock.name());
            TrialsTable.Known known = table.read(folder.trials());
            runBaselines(known);
            List<Candidate> next = search.next(scored());
            while (!next.isEmpty()) {
                for (int i = 0; i < next.size(); i++) {
                    waiting = next.size() - i - 1;
                    runCandidate(next.get(i), known);
                }
                next = search.next(scored());
            }
            waiting = 0;
            report(Optional.empty());
            return trials();
        }
    }

    private void begin() throws IOException {
        Path settings = folder.settings();
        String text = SweepWriter.toYaml(content);
        if (!Files.exists(settings)) {
            SweepWriter.write(content, settings);
        } else if (!BoundedFile.readText(settings, MOST_BYTES).equals(text)) {
            throw new RunFolderException(folder.root(), Message.of("sweep.otherSettings"));
        }
    }

    private List<Trial> trials() {
        List<Trial> trials = new ArrayList<>(baselines);
        trials.addAll(candidates);
        return trials;
    }

    private List<ScoredCandidate> scored() {
        return candidates.stream()
                .map(trial -> new ScoredCandidate(
                        trial.candidate(),
                        trial.failed().isPresent() ? Double.NaN : trial.score().mean()))
                .toList();
    }

    private void runBaselines(TrialsTable.Known known) throws Exception {
        int seeds = content.sweep().seeds();
        Candidate preset = new Candidate(0, Map.of(), 1);
        baselines.add(new Trial(Trial.Kind.PRESET, preset, List.of(), seeds));
        baselines.add(new Trial(Trial.Kind.RANDOM_REAL, preset, List.of(), seeds));
        for (int i = 0; i < seeds; i++) {
            long seed = experiments.seed(i);
            Optional<SeedRun> own = known.run(baselines.get(0).key(), seed);
            Optional<SeedRun> random = known.run(baselines.get(1).key(), seed);
            Measured measured = own.isPresent() && random.isPresent()
                    ? new Measured(own.get(), random.get())
                    : measure(preset, "preset", seed);
            baselines.set(0, with(baselines.get(0), measured.distilled()));
            baselines.set(1, with(baselines.get(1), measured.random()));
            store();
        }
    }

    private void runCandidate(Candidate candidate, TrialsTable.Known known) throws Exception {
        Trial trial = new Trial(
                Trial.Kind.CANDIDATE, candidate, List.of(), content.sweep().seeds());
        int place = candidates.size();
        candidates.add(trial);
        for (int i = 0; i < content.sweep().seeds(); i++) {
            long seed = experiments.seed(i);
            Optional<SeedRun> before = known.run(trial.key(), seed);
            SeedRun run = before.isPresent() ? before.get() : measuredOrFailed(candidate, trial.key(), seed);
            trial = with(trial, run);
            candidates.set(place, trial);
            store();
        }
    }

    private static Trial with(Trial trial, SeedRun run) {
        List<SeedRun> runs = new ArrayList<>(trial.runs());
        runs.add(run);
        return new Trial(trial.kind(), trial.candidate(), runs, trial.planned());
    }

    private void store() throws IOException {
        table.write(folder.trials(), trials());
        report(Optional.empty());
    }

    private void report(Optional<SweepProgress.Current> current) {
        SweepConfig sweep = content.sweep();
        List<Trial> trials = trials();
        int done = trials.stream()
                .filter(trial -> trial.kind() != Trial.Kind.RANDOM_REAL)
                .mapToInt(trial -> trial.runs().size())
                .sum();
        listener.onProgress(new SweepProgress(trials, current, done, (search.total() + 1) * sweep.seeds(), waiting));
    }

    /** A run with the random real images that it is compared with. */
    private record Measured(SeedRun distilled, SeedRun random) {}

    private SeedRun measuredOrFailed(Candidate candidate, String key, long seed) throws Exception {
        long begun = System.nanoTime();
        try {
            return measure(candidate, key, seed).distilled();
        } catch (CancellationException e) {
            throw e;
        } catch (Exception e) {
            return new SeedRun(
                    seed,
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    (System.nanoTime() - begun) / 1e9,
                    Optional.of(FailureCause.describe(e)));
        }
    }

    private Measured measure(Candidate candidate, String key, long seed) throws Exception {
        long begun = System.nanoTime();
        Experiment experiment = experiments.of(candidate, seed);
        Path run = folder.run(candidate, seed);
        report(Optional.of(new SweepProgress.Current(key, seed, Stage.SYNTHESIS)));
        runner.synthesize(experiment, run);
        OptionalDouble vendi = TrialRunner.vendi(run);
        Double realVendi = LastMetrics.in(new RunDirectory(run)).get(Metric.REAL_VENDI_SCORE);
        OptionalDouble randomVendi = realVendi == null ? OptionalDouble.empty() : OptionalDouble.of(realVendi);
        OptionalDouble score = vendi;
        OptionalDouble random = randomVendi;
        Objective objective = content.sweep().objective();
        if (objective.needsStudents()) {
            report(Optional.of(new SweepProgress.Current(key, seed, Stage.EVALUATION)));
            EvaluationReport students = runner.evaluate(experiment, run);
            score = new ObjectiveScore(objective, students).of(TrainingSet.DISTILLED);
            random = new ObjectiveScore(objective, students).of(TrainingSet.RANDOM_REAL);
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        return new Measured(
                new SeedRun(seed, score, vendi, seconds, Optional.empty()),
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
        if (!content.sweep().objective().needsStudents()) {
            return List.of();
        }
        try (LockFile lock = LockFile.acquire(folder.root().resolve("sweep.lock"))) {
            begin();
            LOG.debug("{} is held", lock.name());
            List<TestRun> runs = new ArrayList<>(TestTable.read(folder.test()));
            if (runs.stream().anyMatch(run -> run.winner().equals(best.key()))) {
                return runs;
            }
            List<TestRun> tested = new ArrayList<>();
            for (int i = 0; i < content.sweep().seeds(); i++) {
                testSeed(best, experiments.seed(i), tested);
            }
            runs.addAll(tested);
            TestTable.write(folder.test(), runs);
            report(Optional.empty());
            return runs;
        }
    }

    private void testSeed(Trial best, long seed, List<TestRun> tested) throws Exception {
        Objective objective = content.sweep().objective();
        Candidate preset = new Candidate(0, Map.of(), 1);
        report(Optional.of(new SweepProgress.Current(best.key(), seed, Stage.TEST)));
        ObjectiveScore ofPreset = new ObjectiveScore(objective, onTest(preset, seed));
        if (best.kind() == Trial.Kind.CANDIDATE) {
            ObjectiveScore own = new ObjectiveScore(objective, onTest(best.candidate(), seed));
            add(tested, best.key(), best.key(), seed, own.of(TrainingSet.DISTILLED));
        }
        add(tested, "preset", best.key(), seed, ofPreset.of(TrainingSet.DISTILLED));
        add(tested, "random-real", best.key(), seed, ofPreset.of(TrainingSet.RANDOM_REAL));
    }

    private EvaluationReport onTest(Candidate candidate, long seed) throws Exception {
        Experiment trial = experiments.of(candidate, seed);
        return runner.evaluate(experiments.onTestSplit(trial), folder.run(candidate, seed));
    }

    private static void add(List<TestRun> tested, String trial, String winner, long seed, OptionalDouble score) {
        score.ifPresent(value -> tested.add(new TestRun(trial, winner, seed, value)));
    }

    /** Returns the number of runs of the whole sweep, as far as it is known before its start. */
    public int plannedRuns() {
        return (search.total() + 1) * content.sweep().seeds();
    }

    /** Returns the cost of the whole sweep in runs of full length. */
    public double cost() {
        return (search.cost() + 1) * content.sweep().seeds();
    }
}

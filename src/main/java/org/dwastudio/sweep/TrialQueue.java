package org.dwastudio.sweep;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dwastudio.config.yaml.SweepFile;
import org.dwastudio.config.yaml.SweepWriter;
import org.dwastudio.file.BoundedFile;
import org.dwastudio.run.RunFolderException;
import org.dwastudio.sweep.plan.PlanFile;
import org.dwastudio.sweep.plan.PlannedSearch;
import org.dwastudio.sweep.plan.TrialPlan;
import org.dwastudio.sweep.search.Candidate;
import org.dwastudio.sweep.search.ScoredCandidate;

/**
 * Trials of a sweep, and the run that is next: those of the baselines, then those of the candidates by number. The order
 * is asked for before every run, so that trials can be added or left out meanwhile. Every change is in the files of the
 * sweep before it counts. Thread-safe.
 */
final class TrialQueue {
    private static final long MOST_BYTES = 16_000_000;
    private static final Candidate PRESET = new Candidate(0, Map.of(), 1);

    private final SweepFolder folder;
    private final Map<String, List<SeedRun>> runs = new LinkedHashMap<>();
    private SweepFile content;
    private PlannedSearch search;
    private TrialPlan plan;
    private Optional<Next> current = Optional.empty();

    /**
     * Run that is next.
     *
     * @param trial key of the trial
     * @param candidate its candidate; of the baselines the experiment as it is
     * @param seed seed of the run
     */
    record Next(String trial, Candidate candidate, long seed) {
        /** Returns true if the run is that of both baselines. */
        boolean isBaseline() {
            return candidate.number() == 0;
        }
    }

    private TrialQueue(SweepFolder folder, SweepFile content) throws IOException {
        this.folder = folder;
        this.content = content;
        search = PlannedSearch.of(content.sweep(), content.experiment().seed());
        List<Trial> begun = new ArrayList<>();
        for (Trial trial : new TrialsTable(content.sweep().parameters())
                .trials(folder.trials(), content.sweep().seeds())) {
            // Failed runs are tried again.
            List<SeedRun> finished =
                    trial.runs().stream().filter(run -> run.failure().isEmpty()).toList();
            begun.add(new Trial(trial.kind(), trial.candidate(), finished, trial.planned()));
            runs.put(trial.key(), new ArrayList<>(finished));
        }
        TrialPlan known = new RecordedPlan(folder, begun).of(planFile().read(folder.plan()), search);
        plan = PlannedTrials.of(
                        known,
                        begun.stream().filter(trial -> !trial.runs().isEmpty()).toList(),
                        content.sweep().seeds())
                .plan();
        replacePlan(search.begun(plan));
    }

    /**
     * Opens the trials of a folder, which may be new.
     *
     * @param content settings of the sweep, or those with more values, trials or seeds
     * @throws RunFolderException if the folder holds another sweep
     * @throws IOException if the folder cannot be read or written
     */
    static TrialQueue open(SweepFolder folder, SweepFile content) throws IOException {
        if (!Files.exists(folder.settings())) {
            SweepWriter.write(content, folder.settings());
        } else if (!BoundedFile.readText(folder.settings(), MOST_BYTES).equals(SweepWriter.toYaml(content))) {
            TrialQueue before = recorded(folder);
            before.extend(content);
            return before;
        }
        return new TrialQueue(folder, content);
    }

    /**
     * Opens the trials of a sweep that has begun, with the settings of its folder.
     *
     * @throws RunFolderException if the settings are missing or damaged
     * @throws IOException if the folder cannot be read or written
     */
    static TrialQueue recorded(SweepFolder folder) throws IOException {
        return new TrialQueue(folder, folder.recorded());
    }

    private PlanFile planFile() {
        return new PlanFile(content.sweep().parameters());
    }

    private void replacePlan(TrialPlan now) throws IOException {
        planFile().write(now, folder.plan());
        plan = now;
    }

    /**
     * Takes settings with more values, trials or seeds. Numbers and seeds of earlier trials stay.
     *
     * @throws RunFolderException if something else changed
     * @throws IOException if the folder cannot be written
     */
    synchronized void extend(SweepFile changed) throws IOException {
        folder.requireExtension(content, changed);
        SweepWriter.write(changed, folder.settings());
        content = changed;
        search = PlannedSearch.of(changed.sweep(), changed.experiment().seed());
        replacePlan(search.begun(plan));
    }

    /**
     * Leaves a candidate out, or takes it in again. Does nothing for one that has a run or is running.
     *
     * @throws IOException if the folder cannot be written
     */
    synchronized void skip(int number, boolean skipped) throws IOException {
        String key = Integer.toString(number);
        boolean running = current.filter(next -> next.trial().equals(key)).isPresent();
        if (number >= 1 && number <= plan.candidates().size() && !running && of(key).isEmpty()) {
            replacePlan(plan.withSkipped(number, skipped));
        }
    }

    /**
     * Returns the run that is next; empty at the end.
     *
     * @throws IOException if the folder cannot be written
     */
    synchronized Optional<Next> next() throws IOException {
        current = missing();
        while (current.isEmpty()) {
            TrialPlan more = search.next(plan, scored());
            if (more.equals(plan)) {
                break;
            }
            replacePlan(more);
            current = missing();
        }
        return current;
    }

    private Optional<Next> missing() {
        TrialExperiments experiments = new TrialExperiments(content);
        int seeds = content.sweep().seeds();
        for (int i = 0; i < seeds; i++) {
            long seed = experiments.seed(i);
            if (!has("preset", seed) || !has("random-real", seed)) {
                return Optional.of(new Next("preset", PRESET, seed));
            }
        }
        for (Candidate candidate : plan.candidates()) {
            String key = Integer.toString(candidate.number());
            for (int i = 0; i < seeds && !plan.skipped().contains(candidate.number()); i++) {
                if (!has(key, experiments.seed(i))) {
                    return Optional.of(new Next(key, candidate, experiments.seed(i)));
                }
            }
        }
        return Optional.empty();
    }

    private List<SeedRun> of(String trial) {
        return runs.getOrDefault(trial, List.of());
    }

    private boolean has(String trial, long seed) {
        return of(trial).stream().anyMatch(run -> run.seed() == seed);
    }

    private List<ScoredCandidate> scored() {
        return trials().stream()
                .filter(trial -> trial.kind() == Trial.Kind.CANDIDATE)
                .map(trial -> new ScoredCandidate(
                        trial.candidate(),
                        trial.failed().isPresent() ? Double.NaN : trial.score().mean()))
                .toList();
    }

    /**
     * Records a run.
     *
     * @throws IOException if the folder cannot be written
     */
    synchronized void add(String trial, SeedRun run) throws IOException {
        List<SeedRun> own = runs.computeIfAbsent(trial, missing -> new ArrayList<>());
        own.removeIf(one -> one.seed() == run.seed());
        own.add(run);
        current = Optional.empty();
        new TrialsTable(content.sweep().parameters()).write(folder.trials(), trials());
    }

    /** Returns baselines, then the candidates by number. */
    synchronized List<Trial> trials() {
        int seeds = content.sweep().seeds();
        List<Trial> begun = new ArrayList<>();
        begun.add(new Trial(Trial.Kind.PRESET, PRESET, of("preset"), seeds));
        begun.add(new Trial(Trial.Kind.RANDOM_REAL, PRESET, of("random-real"), seeds));
        for (Candidate candidate : plan.candidates()) {
            List<SeedRun> own = of(Integer.toString(candidate.number()));
            if (!own.isEmpty()) {
                begun.add(new Trial(Trial.Kind.CANDIDATE, candidate, own, seeds));
            }
        }
        return PlannedTrials.of(plan, begun, seeds).trials();
    }

    /** Returns the settings as they are now. */
    synchronized SweepFile content() {
        return content;
    }

    /**
     * Returns the state of the sweep.
     *
     * @param running the run in progress
     * @param elapsed seconds since it began
     */
    synchronized SweepProgress progress(Optional<SweepProgress.Current> running, double elapsed) {
        List<Trial> trials = trials();
        TimeLeft time = new TimeLeft(
                trials, search.costOfUnknown(plan) * content.sweep().seeds());
        OptionalDouble left = time.seconds();
        double waiting = 0;
        if (left.isPresent()) {
            // A run that takes longer than the others ends soon.
            double own = current.map(next -> next.candidate().share()
                            * time.pace(next.isBaseline() ? Trial.Kind.PRESET : Trial.Kind.CANDIDATE)
                                    .orElse(0))
                    .orElse(0.0);
            waiting = Math.max(0, left.getAsDouble() - own);
            left = OptionalDouble.of(Math.max(0, left.getAsDouble() - Math.min(own, elapsed)));
        }
        return new SweepProgress(
                content, trials, running, SweepProgress.done(trials), search.runs(plan), left, waiting);
    }
}

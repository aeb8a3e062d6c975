package org.dwastudio.ui.fake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.dwastudio.config.StageName;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.event.Metric;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.RunListener;
import org.dwastudio.stage.RunControl;
import org.dwastudio.stage.StageRun;
import org.dwastudio.stage.evaluation.result.EvaluationReport;
import org.dwastudio.stage.evaluation.result.StudentResult;
import org.dwastudio.stage.evaluation.result.StudentTask;
import org.dwastudio.stage.evaluation.result.TrainingSet;
import org.dwastudio.stage.request.EvaluationOutcome;
import org.dwastudio.train.LabelType;

/** Evaluation of the {@link FakeEngine}: ten steps per student, one permit per step, predictable accuracies. */
public final class FakeEvaluation implements Runnable {
    /** Number of steps per student. */
    public static final int STEPS = 10;

    private static final int REAL_IMAGES = 10_000;
    private static final int TEST_IMAGES_PER_CLASS = 200;

    private final StageRun<EvaluationOutcome> run;
    private final FakeStage<EvaluationOutcome> stage;
    private final EvaluationConfig config;
    private final List<String> classNames;
    private final RunListener listener;
    private final FakeTurns turns;
    private final Map<StudentTask, StudentResult> kept;
    private final AtomicInteger made = new AtomicInteger();

    /** Student results by run and recipe, which the real engine stores in run folders. */
    public static final class Kept {
        private final Map<Path, Map<StudentTask, StudentResult>> results = new ConcurrentHashMap<>();
        private final Map<Path, EvaluationConfig> recipes = new ConcurrentHashMap<>();

        Map<StudentTask, StudentResult> of(Path run, EvaluationConfig config) {
            recipes.put(run, config);
            return results.computeIfAbsent(run, folder -> new ConcurrentHashMap<>());
        }

        Optional<EvaluationOutcome> outcome(Path run, List<String> classNames) {
            return Optional.ofNullable(recipes.get(run))
                    .map(config -> FakeEvaluation.outcome(run, config, results.get(run), classNames))
                    .filter(outcome -> !outcome.results().isEmpty());
        }
    }

    FakeEvaluation(
            StageRun<EvaluationOutcome> run,
            EvaluationConfig config,
            Kept kept,
            List<String> classNames,
            RunListener listener,
            FakeTurns turns) {
        this.run = run;
        stage = new FakeStage<>(StageName.EVALUATION, run.control(), run.outcome(), listener);
        this.config = config;
        this.kept = kept.of(run.folder(), config);
        this.classNames = classNames;
        this.listener = listener;
        this.turns = turns;
    }

    public Path folder() {
        return run.folder();
    }

    public EvaluationConfig config() {
        return config;
    }

    public RunControl control() {
        return run.control();
    }

    /** Returns the number of steps made so far, without students that were already done. */
    public int stepsMade() {
        return made.get();
    }

    /** Returns the final top-1 accuracy of the student of a task: 0.6 to 0.91, plus 0.01 for each further student. */
    public static double accuracyOf(StudentTask task) {
        double set = task.set() == TrainingSet.DISTILLED ? 0.8 : task.set() == TrainingSet.RANDOM_REAL ? 0.7 : 0.9;
        return set - (task.labels() == LabelType.HARD ? 0.1 : 0) + task.student() / 100.0;
    }

    @Override
    public void run() {
        stage.run(this::train, cancelled -> outcome(run.folder(), config, kept, classNames));
    }

    private boolean train() throws InterruptedException {
        List<StudentTask> tasks = StudentTask.all(config);
        long total = (long) tasks.size() * STEPS;
        stage.begin(total, classNames);
        for (int place = 0; place < tasks.size(); place++) {
            if (!kept.containsKey(tasks.get(place)) && !train(tasks.get(place), place, tasks.size())) {
                return false;
            }
        }
        return true;
    }

    private boolean train(StudentTask task, int place, int students) throws InterruptedException {
        for (int step = 1; step <= STEPS; step++) {
            if (!turns.await(run.control())) {
                return false;
            }
            if (step == STEPS / 2 || step == STEPS) {
                metric(Metric.TRAINING_LOSS, place, step, 2.0 / step);
                metric(Metric.TEST_ACCURACY, place, step, accuracyOf(task) - (step == STEPS ? 0 : 0.2));
            }
            if (step == STEPS) {
                kept.put(task, result(task));
            }
            made.incrementAndGet();
            listener.onEvent(new RunEvent.Progress(
                    StageName.EVALUATION,
                    place,
                    step,
                    STEPS,
                    students,
                    (long) place * STEPS + step,
                    (long) students * STEPS));
        }
        return true;
    }

    private void metric(Metric metric, int place, int step, double value) {
        listener.onEvent(new RunEvent.MetricPoint(
                StageName.EVALUATION, metric, place, step, (long) place * STEPS + step, value));
    }

    /** Returns a result whose misclassified images are all assigned to the next class. */
    private StudentResult result(StudentTask task) {
        int classes = classNames.size();
        long[][] confusion = new long[classes][classes];
        for (int label = 0; label < classes; label++) {
            confusion[label][label] = Math.round(accuracyOf(task) * TEST_IMAGES_PER_CLASS);
            confusion[label][(label + 1) % classes] = TEST_IMAGES_PER_CLASS - confusion[label][label];
        }
        int images = task.set() == TrainingSet.FULL_REAL ? REAL_IMAGES : 100;
        return new StudentResult(
                task, images, STEPS, accuracyOf(task), accuracyOf(task) + 0.005, STEPS, 0.99, 12, confusion);
    }

    private static EvaluationOutcome outcome(
            Path run, EvaluationConfig config, Map<StudentTask, StudentResult> kept, List<String> classNames) {
        List<StudentResult> results = new ArrayList<>();
        StudentTask.all(config).stream().filter(kept::containsKey).forEach(task -> results.add(kept.get(task)));
        return new EvaluationOutcome(
                run.resolve("evaluation"), config, new EvaluationReport(results, REAL_IMAGES, classNames));
    }
}

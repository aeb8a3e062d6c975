package org.dwastudio.cli.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.dwastudio.cli.progress.ConsoleProgress;
import org.dwastudio.cli.session.EngineFactory;
import org.dwastudio.cli.session.FutureResults;
import org.dwastudio.cli.session.ShutdownHandler;
import org.dwastudio.cli.text.EstimateText;
import org.dwastudio.cli.text.PrecisionWarning;
import org.dwastudio.config.ConfigException;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.TeacherConfig;
import org.dwastudio.config.yaml.ExperimentReader;
import org.dwastudio.engine.Engine;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.RunFolderException;
import org.dwastudio.stage.RunControl;
import org.dwastudio.stage.StageRun;
import org.dwastudio.stage.export.format.ExportFormat;
import org.dwastudio.stage.export.format.ExportRequest;
import org.dwastudio.stage.export.format.ImageEncoding;
import org.dwastudio.stage.request.EvaluationOutcome;
import org.dwastudio.stage.request.EvaluationRequest;
import org.dwastudio.stage.request.RelabelOutcome;
import org.dwastudio.stage.request.RelabelRequest;
import org.dwastudio.stage.request.SoftLabelStock;
import org.dwastudio.stage.request.SqueezeOutcome;
import org.dwastudio.stage.request.SqueezeRequest;
import org.dwastudio.stage.request.StageRequest;
import org.dwastudio.stage.request.SynthesisOutcome;
import org.dwastudio.stage.request.SynthesisRequest;
import org.dwastudio.text.Message;

/**
 * The stages of an experiment in one folder, each from where it was left.
 *
 * @param folder made when it is not there
 * @param out receives the results
 * @param err receives the progress
 */
record PipelineRunner(EngineFactory engines, Path folder, PrintWriter out, PrintWriter err) {

    /**
     * Runs what is not done.
     *
     * @param trained whether a teacher is trained first
     * @return false when it was stopped before its end
     * @throws Exception what a stage failed with
     */
    boolean run(Experiment experiment, boolean trained, List<ExportFormat> formats) throws Exception {
        try (Engine engine = engines.open()) {
            Experiment distilled = experiment;
            if (trained) {
                Optional<Path> teacher = squeeze(engine, experiment);
                if (teacher.isEmpty()) {
                    return false;
                }
                distilled =
                        experiment.withTeacher(new TeacherConfig(teacher.get().toString(), Optional.empty()));
            }
            if (!synthesize(engine, distilled) || !relabel(engine, distilled) || !evaluate(engine, distilled)) {
                return false;
            }
            for (ExportFormat format : formats) {
                export(engine, format);
            }
            report(engine);
            return true;
        }
    }

    private Optional<Path> squeeze(Engine engine, Experiment experiment) throws Exception {
        Path teacher = folder.resolve("teacher");
        boolean begun = Files.isRegularFile(new RunDirectory(teacher).experiment());
        if (begun) {
            requireSame(teacher, experiment, recorded(teacher).squeeze().equals(experiment.squeeze()));
        }
        if (begun && !Files.isDirectory(new RunDirectory(teacher).checkpoints())) {
            say("Teacher:     " + teacher + " (done before)");
            return Optional.of(new RunDirectory(teacher).teacher());
        }
        ConsoleProgress progress = ConsoleProgress.to(err);
        StageRun<SqueezeOutcome> run = begun
                ? engine.start(SqueezeRequest.resumed(teacher), progress)
                : engine.start(SqueezeRequest.fresh(experiment, teacher), progress);
        SqueezeOutcome outcome = awaited(run.control(), run.outcome(), progress);
        say(String.format(Locale.ROOT, "Teacher:     %s, %.1f %%", teacher, 100 * outcome.testAccuracy()));
        return outcome.cancelled() ? Optional.empty() : Optional.of(outcome.teacher());
    }

    private boolean synthesize(Engine engine, Experiment experiment) throws Exception {
        RunDirectory directory = new RunDirectory(distilled());
        boolean begun = Files.isRegularFile(directory.experiment());
        if (begun) {
            Experiment before = recorded(distilled());
            requireSame(
                    distilled(),
                    experiment,
                    before.synthesis().hasImagesOf(experiment.located().synthesis())
                            && before.teacher().equals(experiment.located().teacher()));
        }
        // Ended by force between its end and the removal of its checkpoints, it is resumed: that takes them away.
        if (begun && directory.isFinished() && !Files.isDirectory(directory.synthesisCheckpoints())) {
            say("Distilled:   " + distilled() + " (done before)");
            return true;
        }
        if (!begun) {
            estimated(engine, SynthesisRequest.planned(experiment), "synthesis.batchSize");
        }
        PrecisionWarning.print(engine, experiment, err);
        ConsoleProgress progress = ConsoleProgress.to(err);
        StageRun<SynthesisOutcome> run = begun
                ? engine.start(SynthesisRequest.resumed(distilled()), progress)
                : engine.start(SynthesisRequest.fresh(experiment, distilled()), progress);
        boolean whole = !awaited(run.control(), run.outcome(), progress).cancelled();
        say("Distilled:   " + distilled());
        return whole;
    }

    private boolean relabel(Engine engine, Experiment experiment) throws Exception {
        if (!experiment.evaluation().needsStoredLabels()) {
            return true;
        }
        SoftLabelStock before =
                FutureResults.of(engine.results().softLabels(RelabelRequest.of(distilled(), experiment)));
        if (before.isWhole()) {
            say("Soft labels: " + before.folder() + " (done before)");
            return true;
        }
        EstimateText estimate = new EstimateText(
                FutureResults.of(engine.estimate(RelabelRequest.of(distilled(), experiment))), "evaluation.batchSize");
        err.println("Soft labels: " + estimate.line());
        ConsoleProgress progress = ConsoleProgress.to(err);
        StageRun<RelabelOutcome> run = engine.start(RelabelRequest.of(distilled(), experiment), progress);
        RelabelOutcome outcome = awaited(run.control(), run.outcome(), progress);
        say("Soft labels: " + outcome.stock().folder());
        return !outcome.cancelled();
    }

    private boolean evaluate(Engine engine, Experiment experiment) throws Exception {
        boolean doneBefore = estimated(
                        engine, EvaluationRequest.of(distilled(), experiment.evaluation()), "evaluation.batchSize")
                .isOfNothing();
        ConsoleProgress progress = ConsoleProgress.to(err);
        StageRun<EvaluationOutcome> run =
                engine.start(EvaluationRequest.of(distilled(), experiment.evaluation()), progress);
        EvaluationOutcome outcome = awaited(run.control(), run.outcome(), progress);
        say("Evaluation:  " + outcome.folder() + (doneBefore ? " (done before)" : ""));
        say("");
        say(outcome.table());
        return !outcome.cancelled();
    }

    private EstimateText estimated(Engine engine, StageRequest<?> request, String batchSizeKey) throws Exception {
        EstimateText estimate = new EstimateText(FutureResults.of(engine.estimate(request)), batchSizeKey);
        estimate.print(false, out, err);
        return estimate;
    }

    /** Rewrites the report: students may have been added. */
    private void report(Engine engine) throws Exception {
        Path target = folder.resolve("report.html");
        FutureResults.of(engine.results()
                .export(new ExportRequest(distilled(), ExportFormat.REPORT, ImageEncoding.PNG, target)));
        say("Report:      " + target);
    }

    private void export(Engine engine, ExportFormat format) throws Exception {
        if (format == ExportFormat.REPORT) {
            // There is always one.
            return;
        }
        Path target = folder.resolve("export").resolve(format.key());
        if (Files.exists(target)) {
            say("Export:      " + target + " (done before)");
            return;
        }
        FutureResults.of(engine.results().export(new ExportRequest(distilled(), format, ImageEncoding.PNG, target)));
        say("Export:      " + target);
    }

    private Path distilled() {
        return folder.resolve("distilled");
    }

    private static Experiment recorded(Path run) throws IOException, ConfigException {
        return ExperimentReader.read(RunDirectory.open(run).experiment());
    }

    /** Dataset and seed belong to every stage. */
    private static void requireSame(Path run, Experiment experiment, boolean stageIsTheSame)
            throws IOException, ConfigException {
        Experiment before = recorded(run);
        boolean basis = before.seed() == experiment.seed()
                && before.dataset().equals(experiment.located().dataset());
        if (!stageIsTheSame || !basis) {
            throw new RunFolderException(run, Message.of("run.otherSettings"));
        }
    }

    private static <T> T awaited(RunControl control, CompletableFuture<T> outcome, ConsoleProgress progress)
            throws Exception {
        try (ShutdownHandler interruption = new ShutdownHandler(control)) {
            return interruption.await(outcome, progress);
        }
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}

package org.dwastudio.ui.page;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.engine.Engine;
import org.dwastudio.run.history.RunStore;
import org.dwastudio.stage.request.SynthesisRequest;
import org.dwastudio.task.DaemonThreads;
import org.dwastudio.ui.comparison.ComparisonViewModel;
import org.dwastudio.ui.comparison.again.RunAgainViewModel;
import org.dwastudio.ui.comparison.again.SynthesisStarter;
import org.dwastudio.ui.comparison.newest.NewestRuns;
import org.dwastudio.ui.compute.ComputeViewModel;
import org.dwastudio.ui.dataset.DatasetViewModel;
import org.dwastudio.ui.dataset.Datasets;
import org.dwastudio.ui.evaluation.EvaluatedRunViewModel;
import org.dwastudio.ui.evaluation.Students;
import org.dwastudio.ui.export.AnimationViewModel;
import org.dwastudio.ui.export.ExportViewModel;
import org.dwastudio.ui.fx.Threads;
import org.dwastudio.ui.history.RunHistoryViewModel;
import org.dwastudio.ui.notice.Notices;
import org.dwastudio.ui.parameter.ParametersViewModel;
import org.dwastudio.ui.queue.QueueViewModel;
import org.dwastudio.ui.relabel.Relabeling;
import org.dwastudio.ui.squeeze.Squeezing;
import org.dwastudio.ui.stage.RunPhase;
import org.dwastudio.ui.stage.StagePages;
import org.dwastudio.ui.sweep.SweepViewModel;
import org.dwastudio.ui.sweep.SweptExperiment;
import org.dwastudio.ui.sweep.work.SweepService;
import org.dwastudio.ui.sweep.work.SweepWork;
import org.dwastudio.ui.synthesis.RunViewModel;
import org.dwastudio.ui.teacher.Teachers;
import org.dwastudio.ui.workspace.DeviceViewModel;
import org.dwastudio.ui.workspace.ExperimentFiles;
import org.dwastudio.ui.workspace.NextSteps;
import org.dwastudio.ui.workspace.PipelineSequencer;
import org.dwastudio.ui.workspace.QueueAdditions;
import org.dwastudio.ui.workspace.QueueSequencer;
import org.dwastudio.ui.workspace.StageController;
import org.dwastudio.ui.workspace.Workspace;

/**
 * All models of the window: the workspace that its frame shows, and the models of every stage. FX thread only.
 *
 * @param workspace knows no stage by name
 */
public record Studio(
        Workspace workspace, Synthesizing synthesis, Squeezing squeezing, Relabeling relabeling, Students students) {
    private static final String REPORT = "report.html";

    /**
     * Creates and connects all models.
     *
     * @param experiment shown first
     */
    public static Studio on(StudioServices services, Experiment experiment) {
        Engine engine = services.engine();
        Threads threads = services.threads();
        Notices notices = new Notices();
        ParametersViewModel parameters = new ParametersViewModel(experiment);
        DatasetViewModel dataset = new DatasetViewModel(engine, threads.fx(), notices);
        ExportViewModel exports = new ExportViewModel(engine, threads.fx(), notices);
        AnimationViewModel animation = new AnimationViewModel(engine, threads.fx(), exports, notices);
        Synthesizing synthesis =
                Synthesizing.on(engine, threads, services.folders(), parameters, dataset, services.reveal(), notices);
        BooleanProperty busy = new SimpleBooleanProperty();
        Datasets datasets = Datasets.on(engine, threads, parameters.datasetProperty(), dataset, busy, notices);
        Teachers teachers =
                Teachers.on(engine, threads, services.library(), services.reveal(), parameters, datasets, notices);
        Students students = Students.on(engine, threads, parameters, synthesis.run(), notices);
        synthesis.follow(students);
        Relabeling relabeling = Relabeling.on(engine, threads, parameters, students, notices);
        Squeezing squeezing = Squeezing.on(engine, threads, services.folders(), parameters, dataset, notices);
        exports.sourceProperty().bind(students.evaluation().evaluated().runProperty());
        synthesis.follow(parameters, dataset);
        DeviceViewModel device = new DeviceViewModel(engine, threads.fx(), notices);
        EvaluationPage evaluationPage = new EvaluationPage(students, relabeling, parameters, notices);
        SweepService sweeping = services.sweeps();
        Executor waiting = new DaemonThreads("sweep")::start;
        SweepWork sweepWork = new SweepWork(sweeping, waiting, threads, notices);
        StageController stages = new StageController(
                new StagePages(
                        List.of(
                                new SqueezePage(squeezing, teachers, datasets, parameters),
                                new SynthesisPage(
                                        synthesis,
                                        parameters,
                                        dataset,
                                        new SynthesisContent(
                                                synthesis, parameters, datasets, teachers, device, animation)),
                                new RelabelPage(relabeling, students, parameters, evaluationPage),
                                evaluationPage,
                                new ExportPage(exports, animation, evaluationPage, parameters, notices)),
                        StageName.SYNTHESIS),
                sweepWork,
                notices);
        busy.bind(stages.stateProperty().map(RunPhase::isActive));
        parameters.datasetProperty().subscribe((old, now) -> stages.forget());
        parameters.baseProperty().subscribe((old, now) -> stages.forget());
        ExperimentFiles files =
                new ExperimentFiles(threads, parameters, stages, notices, synthesis.run()::repeatedFolder);
        QueueViewModel queue =
                new QueueViewModel(services.queue(), services.folders().clock(), threads, notices);
        PipelineSequencer pipeline = new PipelineSequencer(
                stages, language -> report(exports, students.evaluation().evaluated(), language), threads.fx());
        QueueAdditions queueing = new QueueAdditions(queue, stages, files, notices);
        ComparisonViewModel comparison = new ComparisonViewModel(
                synthesis.run().folderProperty()::get,
                new NewestRuns(new RunStore(services.folders().parent(), services.trash()), threads, notices),
                new RunAgainViewModel(starter(engine, stages, files, synthesis.run(), queueing), threads),
                threads,
                notices);
        SweepViewModel sweep = new SweepViewModel(
                sweepWork,
                comparison::compare,
                new SweepViewModel.Dependencies(
                        new SweptExperiment(parameters, files::repeat, files::open),
                        stages.stateProperty(),
                        services.sweepFolders(),
                        sweeping,
                        waiting,
                        threads,
                        notices));
        RunHistoryViewModel history = new RunHistoryViewModel(
                new RunStore(services.folders().parent(), services.trash()),
                new RunHistoryViewModel.Dependencies(
                        stages::activeFolders,
                        files::open,
                        files::resume,
                        files::repeat,
                        services.reveal(),
                        notices,
                        threads.fx(),
                        threads.background()));
        ComputeViewModel compute =
                new ComputeViewModel(services.compute(), threads.fx(), threads.background(), notices);
        device.deviceProperty().subscribe(loaded -> loaded.value().ifPresent(known -> compute.showSetback()));
        stages.stateProperty().subscribe(state -> {
            history.refreshIfShown();
            if (!state.isActive()) {
                relabeling.relabel().lookUp();
            }
        });
        Workspace workspace = new Workspace(
                notices,
                parameters,
                datasets,
                teachers,
                stages,
                pipeline,
                queueing,
                new QueueSequencer(queue, stages, pipeline, files, notices, threads),
                files,
                exports,
                animation,
                history,
                comparison,
                sweep,
                new NextSteps(stages, files, services.reveal(), services.log(), notices, threads),
                device,
                compute,
                synthesis.charts().axisProperty());
        return new Studio(workspace, synthesis, squeezing, relabeling, students);
    }

    /** Returns the access of the comparison to the synthesis in the window. */
    private static SynthesisStarter starter(
            Engine engine, StageController stages, ExperimentFiles files, RunViewModel run, QueueAdditions queueing) {
        return new SynthesisStarter(
                experiment -> stages.whenIdle(StageName.SYNTHESIS, () -> files.repeat(experiment)),
                experiment -> {
                    boolean idle = !stages.stateProperty().get().isActive();
                    stages.whenIdle(StageName.SYNTHESIS, () -> {
                        files.repeat(experiment);
                        stages.start(StageName.SYNTHESIS);
                    });
                    return run.folderProperty()
                            .get()
                            .filter(folder -> idle && run.work().isActive());
                },
                experiment -> queueing.add(StageName.SYNTHESIS, experiment),
                experiment -> engine.estimate(SynthesisRequest.planned(experiment)),
                stages.stateProperty().map(RunPhase::isActive),
                run.work().loadedProperty());
    }

    private static void report(ExportViewModel exports, EvaluatedRunViewModel evaluated, Locale language) {
        evaluated.runProperty().get().ifPresent(run -> exports.report(run, language, run.resolve(REPORT)));
    }

    /** Searches a folder of runs for the newest interrupted run, to be resumed, and the newest finished run of the dataset. */
    public void showRunsOf(Path runs) {
        workspace.files().offerInterrupted(runs);
        workspace.queue().load();
        students.evaluation()
                .evaluated()
                .showRunsOf(runs, workspace.parameters().datasetProperty().get());
    }
}

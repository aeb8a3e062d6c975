package org.dwastudio.ui.workspace;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.SynthesisParameter;
import org.dwastudio.engine.Engine;
import org.dwastudio.file.Trash;
import org.dwastudio.run.RunFolders;
import org.dwastudio.run.history.RunStore;
import org.dwastudio.teacher.TeacherLibrary;
import org.dwastudio.ui.compute.ComputeServices;
import org.dwastudio.ui.compute.ComputeViewModel;
import org.dwastudio.ui.dataset.DatasetViewModel;
import org.dwastudio.ui.dataset.Datasets;
import org.dwastudio.ui.desktop.FileReveal;
import org.dwastudio.ui.evaluation.Students;
import org.dwastudio.ui.fx.Threads;
import org.dwastudio.ui.history.RunHistoryViewModel;
import org.dwastudio.ui.measurement.DiversityCurves;
import org.dwastudio.ui.measurement.FiguresViewModel;
import org.dwastudio.ui.measurement.LossCurves;
import org.dwastudio.ui.measurement.NotesViewModel;
import org.dwastudio.ui.notice.Notices;
import org.dwastudio.ui.parameter.ParametersViewModel;
import org.dwastudio.ui.parameter.SynthesisEstimateViewModel;
import org.dwastudio.ui.relabel.Relabeling;
import org.dwastudio.ui.squeeze.Teachers;
import org.dwastudio.ui.synthesis.ImagesViewModel;
import org.dwastudio.ui.synthesis.InspectorViewModel;
import org.dwastudio.ui.synthesis.ProgressViewModel;
import org.dwastudio.ui.synthesis.RunPhase;
import org.dwastudio.ui.synthesis.RunViewModel;
import org.dwastudio.ui.teacher.TeacherViewModel;

/** All that the window knows; it outlives every language and theme that shows it. FX thread only. */
public record Workspace(
        Notices notices,
        DeviceViewModel device,
        DatasetViewModel dataset,
        TeacherViewModel teacher,
        ParametersViewModel parameters,
        ImagesViewModel pictures,
        InspectorViewModel inspector,
        ProgressViewModel progress,
        SynthesisEstimateViewModel estimate,
        FiguresViewModel figures,
        LossCurves loss,
        DiversityCurves diversity,
        NotesViewModel notes,
        RunViewModel run,
        Teachers teachers,
        StageController activity,
        ExperimentFiles files,
        Datasets datasets,
        CompatibilityViewModel fit,
        DroppedFiles dropped,
        Relabeling relabelling,
        Students students,
        PipelineSequencer allStages,
        RunHistoryViewModel history,
        ComputeViewModel compute) {

    /**
     * Wires everything to an engine.
     *
     * @param library the user's own teachers
     * @param trash takes deleted runs
     * @param reveal shows a file on the desktop
     * @param compute what can be computed on
     * @param experiment what the window begins with
     */
    public static Workspace on(
            Engine engine,
            Threads threads,
            RunFolders folders,
            TeacherLibrary library,
            FileReveal reveal,
            Trash trash,
            ComputeServices compute,
            Experiment experiment) {
        Notices notices = new Notices();
        DeviceViewModel device = new DeviceViewModel(engine, threads.fx(), notices);
        DatasetViewModel dataset = new DatasetViewModel(engine, threads.fx(), notices);
        TeacherViewModel teacher = new TeacherViewModel(engine, threads.fx(), notices);
        ParametersViewModel parameters = new ParametersViewModel(experiment);
        ImagesViewModel pictures = new ImagesViewModel();
        InspectorViewModel inspector =
                new InspectorViewModel(engine, threads.fx(), threads.nanoClock(), pictures, parameters);
        ProgressViewModel progress = new ProgressViewModel(threads.nanoClock());
        SynthesisEstimateViewModel estimate =
                new SynthesisEstimateViewModel(parameters, dataset, progress.usualSpeedProperty());
        FiguresViewModel figures = new FiguresViewModel();
        LossCurves loss = new LossCurves();
        DiversityCurves diversity = new DiversityCurves();
        NotesViewModel notes = new NotesViewModel(parameters);
        RunViewModel run = new RunViewModel(
                engine,
                threads.fx(),
                folders,
                parameters,
                notices,
                List.of(notes, pictures, inspector, progress, figures, loss, diversity));
        Students students = Students.on(
                new Students.Means(engine, threads.fx(), threads.background(), threads.nanoClock()),
                parameters,
                run,
                notices);
        Relabeling relabelling =
                Relabeling.on(engine, threads.fx(), threads.nanoClock(), parameters, students, notices);
        Teachers teachers = Teachers.on(
                new Teachers.Means(
                        engine, threads.fx(), threads.background(), threads.nanoClock(), folders, library, reveal),
                parameters,
                dataset,
                notices);
        StageController activity = new StageController(run, parameters, teachers, relabelling, students, notices);
        ExperimentFiles files = new ExperimentFiles(threads, parameters, run, teachers.squeeze(), activity, notices);
        Datasets datasets = Datasets.on(
                new Datasets.Means(engine, threads.fx(), threads.background(), threads.nanoClock(), notices),
                parameters.datasetProperty(),
                dataset,
                run.stateProperty().map(RunPhase::isActive));
        RunHistoryViewModel history = new RunHistoryViewModel(
                new RunStore(folders.parent(), trash),
                new RunHistoryViewModel.Means(
                        activity::foldersUnderWay,
                        files::open,
                        files::repeat,
                        reveal,
                        notices,
                        threads.fx(),
                        threads.background()));
        CompatibilityViewModel fit =
                new CompatibilityViewModel(dataset.factsProperty(), teacher.factsProperty(), datasets.choice());
        Workspace workspace = new Workspace(
                notices,
                device,
                dataset,
                teacher,
                parameters,
                pictures,
                inspector,
                progress,
                estimate,
                figures,
                loss,
                diversity,
                notes,
                run,
                teachers,
                activity,
                files,
                datasets,
                fit,
                new DroppedFiles(files, datasets.choice(), notices),
                relabelling,
                students,
                new PipelineSequencer(
                        activity,
                        parameters,
                        teachers.squeeze(),
                        run,
                        relabelling.relabel(),
                        students.evaluation(),
                        teacherFits(teacher, fit),
                        threads.fx()),
                history,
                new ComputeViewModel(compute, threads.fx(), threads.background(), notices));
        workspace.keepInStep();
        return workspace;
    }

    private static ObservableValue<Boolean> teacherFits(TeacherViewModel teacher, CompatibilityViewModel fit) {
        return Bindings.createBooleanBinding(
                () -> !teacher.factsProperty().get().isFailed()
                        && fit.misfitProperty().get().isEmpty(),
                teacher.factsProperty(),
                fit.misfitProperty());
    }

    /** Reads what the experiment names, behind the window. */
    public void load() {
        dataset.load(parameters.experiment().dataset());
        device.load();
        teacher.load(parameters.experiment().teacher());
        teachers.library().refresh();
    }

    /** Offers to go on with the newest run below a folder that was interrupted, and to evaluate the newest finished one. */
    public void lookAtRuns(Path runs) {
        files.offerInterrupted(runs);
        students.evaluation().evaluated().lookBelow(runs);
    }

    /** Forgets the last run: another experiment is to be looked at. */
    public void beginAnew() {
        run.forget();
        pictures.clear();
        showEmptyGrid();
        showEmptyCharts();
    }

    /** Shows the places of the pictures that a run would make. */
    private void showEmptyGrid() {
        int columns =
                (int) parameters.valueOf(SynthesisParameter.IMAGES_PER_CLASS).get();
        dataset.factsProperty().get().value().ifPresent(facts -> pictures.preview(facts, columns));
    }

    /** Shows how long the curves of a run would become. */
    private void showEmptyCharts() {
        double iterations = parameters.valueOf(SynthesisParameter.ITERATIONS).get();
        loss.preview(iterations);
        diversity.preview(iterations
                * parameters.valueOf(SynthesisParameter.IMAGES_PER_CLASS).get());
    }

    private void keepInStep() {
        device.deviceProperty().subscribe(words -> words.value().ifPresent(loaded -> compute.tellSetback()));
        run.stateProperty().subscribe(state -> progress.forgetPace());
        activity.stateProperty().subscribe(state -> {
            history.refreshIfShown();
            teachers.estimate().engineBusyProperty().set(state.isActive());
            relabelling.estimate().engineBusyProperty().set(state.isActive());
            if (!state.isActive()) {
                relabelling.relabel().lookUp();
            }
        });
        dataset.factsProperty().subscribe(facts -> showEmptyGrid());
        parameters.valueOf(SynthesisParameter.IMAGES_PER_CLASS).subscribe(columns -> {
            showEmptyGrid();
            showEmptyCharts();
        });
        parameters.valueOf(SynthesisParameter.ITERATIONS).subscribe(iterations -> showEmptyCharts());
        parameters.teacherProperty().subscribe((old, config) -> teacher.load(config));
        activity.pageProperty().subscribe(page -> {
            teachers.estimate().shownProperty().set(page == Page.SQUEEZE);
            relabelling.estimate().shownProperty().set(page == Page.RELABEL);
        });
        parameters.datasetProperty().subscribe((old, config) -> {
            dataset.load(config);
            if (!config.source().equals(old.source())) {
                beginAnew();
            }
        });
        parameters.baseProperty().subscribe((old, experiment) -> {
            beginAnew();
        });
    }
}

package org.dwastudio.ui.page;

import java.util.List;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.config.synthesis.SynthesisSettings;
import org.dwastudio.engine.Engine;
import org.dwastudio.run.RunFolders;
import org.dwastudio.stage.request.SynthesisRequest;
import org.dwastudio.ui.dataset.DatasetViewModel;
import org.dwastudio.ui.desktop.FileReveal;
import org.dwastudio.ui.fx.Threads;
import org.dwastudio.ui.measurement.ChartFiles;
import org.dwastudio.ui.measurement.ChartsViewModel;
import org.dwastudio.ui.measurement.DiversityCurves;
import org.dwastudio.ui.measurement.FiguresViewModel;
import org.dwastudio.ui.measurement.LossCurves;
import org.dwastudio.ui.measurement.NotesViewModel;
import org.dwastudio.ui.notice.Notices;
import org.dwastudio.ui.parameter.ParametersViewModel;
import org.dwastudio.ui.parameter.SynthesisEstimateViewModel;
import org.dwastudio.ui.stage.EstimateViewModel;
import org.dwastudio.ui.stage.RunPhase;
import org.dwastudio.ui.synthesis.ImagesViewModel;
import org.dwastudio.ui.synthesis.InspectorViewModel;
import org.dwastudio.ui.synthesis.PendingColumns;
import org.dwastudio.ui.synthesis.ProgressViewModel;
import org.dwastudio.ui.synthesis.RunViewModel;
import org.dwastudio.ui.synthesis.TileViewModel;
import org.dwastudio.ui.timeline.HistoryViewModel;
import org.dwastudio.ui.timeline.TimeLineViewModel;

/** View models of the synthesis: the run, and what is shown of it. FX thread only. */
public record Synthesizing(
        RunViewModel run,
        ProgressViewModel progress,
        SynthesisEstimateViewModel estimate,
        EstimateViewModel measuredEstimate,
        ImagesViewModel images,
        InspectorViewModel inspector,
        FiguresViewModel figures,
        LossCurves loss,
        DiversityCurves diversity,
        ChartsViewModel charts,
        NotesViewModel notes,
        ChartFiles chartFiles,
        TimeLineViewModel timeLine,
        HistoryViewModel history,
        PendingColumns pendingColumns,
        TileViewModel tiles) {

    /**
     * Creates and connects the view models.
     *
     * @param dataset whose images are distilled
     */
    static Synthesizing on(
            Engine engine,
            Threads threads,
            RunFolders folders,
            ParametersViewModel parameters,
            DatasetViewModel dataset,
            FileReveal reveal,
            Notices notices) {
        ImagesViewModel images = new ImagesViewModel();
        InspectorViewModel inspector =
                new InspectorViewModel(engine, threads.fx(), threads.nanoClock(), images, parameters);
        ProgressViewModel progress = new ProgressViewModel(threads.nanoClock());
        FiguresViewModel figures = new FiguresViewModel();
        LossCurves loss = new LossCurves();
        DiversityCurves diversity = new DiversityCurves();
        ChartsViewModel charts = new ChartsViewModel(loss, diversity, threads.nanoClock());
        NotesViewModel notes = new NotesViewModel(parameters);
        TimeLineViewModel timeLine = new TimeLineViewModel(images, threads);
        RunViewModel run = new RunViewModel(
                engine,
                threads.fx(),
                folders,
                parameters,
                notices,
                List.of(notes, images, inspector, progress, figures, loss, diversity, charts, timeLine));
        timeLine.follow(run.folderProperty());
        loss.cursorProperty().bind(timeLine.cursorProperty());
        loss.whenPicked(timeLine::lookAt);
        // Neither pauses nor the time before the first step count as slow steps.
        run.work().stateProperty().subscribe(state -> progress.setMeasuring(state == RunPhase.RUNNING));
        EstimateViewModel measured = new EstimateViewModel(
                () -> dataset.factsProperty()
                        .get()
                        .value()
                        .map(facts -> engine.estimate(SynthesisRequest.planned(parameters.experiment()))),
                threads.fx());
        outdate(measured, parameters, dataset);
        return new Synthesizing(
                run,
                progress,
                new SynthesisEstimateViewModel(parameters, dataset, measured.estimateProperty()),
                measured,
                images,
                inspector,
                figures,
                loss,
                diversity,
                charts,
                notes,
                new ChartFiles(threads, notices),
                timeLine,
                new HistoryViewModel(images, timeLine, run.folderProperty(), threads),
                new PendingColumns(parameters, run.work().stateProperty(), progress.placeProperty()),
                new TileViewModel(images, inspector, run.folderProperty(), reveal, notices, threads));
    }

    /** A drag of a slider is measured once, at its end. */
    private static void outdate(EstimateViewModel estimate, ParametersViewModel parameters, DatasetViewModel dataset) {
        Runnable changed = () -> {
            if (parameters.draggedProperty().get().isEmpty()) {
                estimate.outdate();
            }
        };
        SynthesisSettings.parameters()
                .forEach(parameter -> parameters.valueOf(parameter).subscribe((old, now) -> changed.run()));
        parameters.choices().all().forEach(choice -> choice.subscribe((old, now) -> changed.run()));
        parameters.draggedProperty().subscribe((old, now) -> changed.run());
        parameters.teacherProperty().subscribe((old, now) -> changed.run());
        dataset.factsProperty().subscribe((old, now) -> changed.run());
    }

    /** Forgets the last run and shows the empty grid and charts of the next one. */
    void forget(ParametersViewModel parameters, DatasetViewModel dataset) {
        run.forget();
        images.clear();
        previewGrid(parameters, dataset);
        previewCharts(parameters);
    }

    /** Keeps the empty grid and charts up to date with the parameters of the next run. */
    void follow(ParametersViewModel parameters, DatasetViewModel dataset) {
        dataset.factsProperty().subscribe(facts -> previewGrid(parameters, dataset));
        parameters.valueOf(SynthesisConfig.IMAGES_PER_CLASS).subscribe(columns -> {
            previewGrid(parameters, dataset);
            previewCharts(parameters);
        });
        parameters.valueOf(SynthesisConfig.ITERATIONS).subscribe(iterations -> previewCharts(parameters));
    }

    private void previewGrid(ParametersViewModel parameters, DatasetViewModel dataset) {
        int columns = (int) parameters.valueOf(SynthesisConfig.IMAGES_PER_CLASS).get();
        dataset.factsProperty().get().value().ifPresent(facts -> images.preview(facts, columns));
    }

    private void previewCharts(ParametersViewModel parameters) {
        double iterations = parameters.valueOf(SynthesisConfig.ITERATIONS).get();
        loss.preview(iterations);
        diversity.preview(iterations
                * parameters.valueOf(SynthesisConfig.IMAGES_PER_CLASS).get());
    }
}

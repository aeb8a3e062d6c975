package org.dwastudio.ui.page;

import java.time.Duration;
import java.util.List;
import javafx.beans.value.ObservableValue;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.config.synthesis.SynthesisSettings;
import org.dwastudio.engine.DatasetSummary;
import org.dwastudio.engine.Engine;
import org.dwastudio.run.RunFolders;
import org.dwastudio.stage.request.SynthesisRequest;
import org.dwastudio.ui.dataset.DatasetViewModel;
import org.dwastudio.ui.desktop.FileReveal;
import org.dwastudio.ui.diversity.ClassDiversityViewModel;
import org.dwastudio.ui.embedding.Embedding;
import org.dwastudio.ui.evaluation.EvaluationResults;
import org.dwastudio.ui.evaluation.Students;
import org.dwastudio.ui.fx.Threads;
import org.dwastudio.ui.inspector.Inspection;
import org.dwastudio.ui.inspector.InspectorViewModel;
import org.dwastudio.ui.inspector.NearestImagesViewModel;
import org.dwastudio.ui.inspector.PredictionsViewModel;
import org.dwastudio.ui.inspector.RealImageFiles;
import org.dwastudio.ui.measurement.ChartFiles;
import org.dwastudio.ui.measurement.ChartsViewModel;
import org.dwastudio.ui.measurement.DiversityCurves;
import org.dwastudio.ui.measurement.FiguresViewModel;
import org.dwastudio.ui.measurement.LossCurves;
import org.dwastudio.ui.measurement.MeasurementTabs;
import org.dwastudio.ui.measurement.NotesViewModel;
import org.dwastudio.ui.notice.Notices;
import org.dwastudio.ui.parameter.ParametersViewModel;
import org.dwastudio.ui.parameter.SynthesisEstimateViewModel;
import org.dwastudio.ui.realimage.NearestPairs;
import org.dwastudio.ui.realimage.RealImagesViewModel;
import org.dwastudio.ui.realimage.ShownFeatures;
import org.dwastudio.ui.stage.EstimateViewModel;
import org.dwastudio.ui.stage.RunPhase;
import org.dwastudio.ui.synthesis.ClassSort;
import org.dwastudio.ui.synthesis.ImagesViewModel;
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
        Inspection inspection,
        RealImagesViewModel realImages,
        FiguresViewModel figures,
        LossCurves loss,
        DiversityCurves diversity,
        ChartsViewModel charts,
        NotesViewModel notes,
        ChartFiles chartFiles,
        TimeLineViewModel timeLine,
        HistoryViewModel history,
        MeasurementTabs tabs,
        Embedding embedding,
        ClassDiversityViewModel classDiversity,
        PendingColumns pendingColumns,
        TileViewModel tiles) {
    private static final Duration SELECTION_LASTS = Duration.ofMillis(300);

    /** Training images whose features are computed without a request, and their size in pixels. */
    private static final int MOST_UNASKED = 20_000;

    private static final int LARGEST_UNASKED = 32;

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
        RealImagesViewModel realImages =
                new RealImagesViewModel(engine.features(), threads.fx(), notices, parameters.experiment());
        ProgressViewModel progress = new ProgressViewModel(threads.nanoClock());
        FiguresViewModel figures = new FiguresViewModel();
        LossCurves loss = new LossCurves();
        DiversityCurves diversity = new DiversityCurves();
        ChartsViewModel charts = new ChartsViewModel(loss, diversity, threads.nanoClock());
        NotesViewModel notes = new NotesViewModel(parameters);
        TimeLineViewModel timeLine = new TimeLineViewModel(images, threads);
        ShownFeatures features = new ShownFeatures(images, realImages, threads);
        Embedding embedding = Embedding.on(images, realImages, features, threads, notices);
        ClassDiversityViewModel classDiversity = new ClassDiversityViewModel(realImages, features, threads, notices);
        MeasurementTabs tabs = new MeasurementTabs();
        embedding.map().shownProperty().bind(tabs.mapNeeded());
        classDiversity.shownProperty().bind(tabs.tableNeeded());
        RunViewModel run = new RunViewModel(
                engine,
                threads.fx(),
                folders,
                parameters,
                notices,
                List.of(
                        notes,
                        realImages,
                        images,
                        inspector,
                        progress,
                        figures,
                        loss,
                        diversity,
                        charts,
                        timeLine,
                        features,
                        classDiversity));
        timeLine.follow(run.folderProperty());
        embedding.follow(timeLine, run.work().stateProperty().map(state -> !state.isActive()), threads);
        loss.cursorProperty().bind(timeLine.cursorProperty());
        loss.whenPicked(timeLine::lookAt);
        // Neither pauses nor the time before the first step count as slow steps.
        run.work().stateProperty().subscribe(state -> progress.setMeasuring(state == RunPhase.RUNNING));
        ObservableValue<Boolean> small = dataset.factsProperty()
                .map(facts -> facts.value().filter(Synthesizing::isSmall).isPresent());
        new NearestPairs(images, features, realImages, small, threads).begin();
        classDiversity.reportProperty().subscribe(report -> images.classes()
                .figuresProperty(ClassSort.DIVERSITY)
                .set(report.map(measured -> measured.relativeVendi(
                                images.layoutProperty().get().classNames().size()))
                        .orElse(List.of())));
        Inspection inspection = inspection(
                engine,
                threads,
                inspector,
                new Shown(images, realImages, run, small),
                new RealImageFiles(reveal, notices, threads));
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
                inspection,
                realImages,
                figures,
                loss,
                diversity,
                charts,
                notes,
                new ChartFiles(threads, notices),
                timeLine,
                new HistoryViewModel(images, timeLine, run.folderProperty(), threads),
                tabs,
                embedding,
                classDiversity,
                new PendingColumns(parameters, run.work().stateProperty(), progress.placeProperty()),
                new TileViewModel(images, inspector::knownPrediction, run.folderProperty(), reveal, notices, threads));
    }

    /** Images that the inspector describes. */
    private record Shown(
            ImagesViewModel images,
            RealImagesViewModel realImages,
            RunViewModel run,
            ObservableValue<Boolean> isSmall) {}

    private static Inspection inspection(
            Engine engine, Threads threads, InspectorViewModel inspector, Shown shown, RealImageFiles files) {
        ObservableValue<Boolean> resting = shown.run().work().stateProperty().map(state -> !state.isActive());
        return new Inspection(
                new PredictionsViewModel(
                        engine.teachers(),
                        inspector,
                        shown.images(),
                        new PredictionsViewModel.Place(shown.run().folderProperty(), resting, SELECTION_LASTS),
                        threads),
                new NearestImagesViewModel(
                        inspector,
                        shown.images(),
                        shown.realImages(),
                        new NearestImagesViewModel.Rules(resting, shown.isSmall(), SELECTION_LASTS),
                        threads),
                files);
    }

    /** Returns true if the features of all training images take seconds only. */
    private static boolean isSmall(DatasetSummary facts) {
        return facts.trainImages() <= MOST_UNASKED && facts.imageSize() <= LARGEST_UNASKED;
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

    /** Sorts classes by the accuracy of the students of the run that is shown, if it has any. */
    void follow(Students students) {
        students.evaluation().resultsProperty().subscribe(results -> images.classes()
                .figuresProperty(ClassSort.ACCURACY)
                .set(results.filter(known -> students.evaluation().evaluated().isShown())
                        .map(EvaluationResults::accuracies)
                        .orElse(List.of())));
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

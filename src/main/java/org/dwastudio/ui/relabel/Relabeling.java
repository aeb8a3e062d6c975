package org.dwastudio.ui.relabel;

import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.dwastudio.engine.Engine;
import org.dwastudio.stage.request.RelabelRequest;
import org.dwastudio.ui.evaluation.Students;
import org.dwastudio.ui.fx.Threads;
import org.dwastudio.ui.notice.Notices;
import org.dwastudio.ui.parameter.ParametersViewModel;
import org.dwastudio.ui.preview.RunImagesReader;
import org.dwastudio.ui.stage.EstimateViewModel;

/**
 * View models of stored soft labels: relabeling and estimate. FX thread only.
 *
 * @param problems what keeps students from learning from stored labels: sentences by the name of the setting
 * @param images reads the images of the labeled run
 */
public record Relabeling(
        RelabelViewModel relabel,
        EstimateViewModel estimate,
        ObservableMap<String, String> problems,
        RunImagesReader images) {

    /**
     * Creates and connects the view models.
     *
     * @param students whose recipe determines the augmentations
     */
    public static Relabeling on(
            Engine engine, Threads threads, ParametersViewModel parameters, Students students, Notices notices) {
        RelabelViewModel relabel = new RelabelViewModel(
                engine, threads.fx(), threads.nanoClock(), students.evaluation().evaluated(), parameters, notices);
        EstimateViewModel estimate = new EstimateViewModel(
                () -> relabel.labeledRun()
                        .runProperty()
                        .get()
                        .map(run -> engine.estimate(RelabelRequest.of(
                                run, parameters.evaluationProperty().get()))),
                threads.fx());
        relabel.labeledRun().runProperty().subscribe((old, now) -> estimate.outdate());
        parameters.evaluationProperty().subscribe((old, now) -> estimate.outdate());
        relabel.work().stateProperty().subscribe((old, now) -> estimate.outdate());
        return new Relabeling(
                relabel,
                estimate,
                FXCollections.observableHashMap(),
                new RunImagesReader(threads.background(), threads.fx()));
    }
}

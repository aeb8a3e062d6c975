package org.dwastudio.ui.relabel;

import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.dwastudio.pipeline.Engine;
import org.dwastudio.ui.evaluation.Students;
import org.dwastudio.ui.notice.Notices;
import org.dwastudio.ui.stage.EstimateViewModel;
import org.dwastudio.ui.synthesis.ParametersViewModel;

/**
 * All that the window knows of stored soft labels: how they are made, and what that would take. FX thread only.
 *
 * @param problems what keeps students from learning from them
 */
public record Relabelling(
        RelabelViewModel relabel, EstimateViewModel estimate, ObservableMap<String, String> problems) {

    /**
     * Wires them.
     *
     * @param nanoClock a time that never falls, in nanoseconds
     * @param students whose recipe says which views are labelled
     */
    public static Relabelling on(
            Engine engine,
            Executor fx,
            LongSupplier nanoClock,
            ParametersViewModel parameters,
            Students students,
            Notices notices) {
        RelabelViewModel relabel = new RelabelViewModel(
                engine, fx, nanoClock, students.evaluation().evaluated(), parameters, notices);
        EstimateViewModel estimate = new EstimateViewModel(
                () -> relabel.labelled()
                        .runProperty()
                        .get()
                        .map(run -> engine.estimateRelabel(
                                run, parameters.evaluationProperty().get())),
                fx);
        relabel.labelled().runProperty().subscribe((old, now) -> estimate.outdate());
        parameters.evaluationProperty().subscribe((old, now) -> estimate.outdate());
        relabel.stateProperty().subscribe((old, now) -> estimate.outdate());
        return new Relabelling(relabel, estimate, FXCollections.observableHashMap());
    }
}

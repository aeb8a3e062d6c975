package org.dwastudio.ui.relabel;

import org.dwastudio.stage.request.RelabelRequest;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.dwastudio.engine.Engine;
import org.dwastudio.ui.evaluation.Students;
import org.dwastudio.ui.notice.Notices;
import org.dwastudio.ui.parameter.ParametersViewModel;
import org.dwastudio.ui.stage.EstimateViewModel;

/**
 * All that the window knows of stored soft labels: how they are made, and what that would take. FX thread only.
 *
 * @param problems what keeps students from learning from them
 */
public record Relabeling(RelabelViewModel relabel, EstimateViewModel estimate, ObservableMap<String, String> problems) {

    /**
     * Wires them.
     *
     * @param nanoClock a time that never falls, in nanoseconds
     * @param students whose recipe says which views are labelled
     */
    public static Relabeling on(
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
                        .map(run -> engine.estimate(RelabelRequest.of(run, parameters.evaluationProperty().get()))),
                fx);
        relabel.labelled().runProperty().subscribe((old, now) -> estimate.outdate());
        parameters.evaluationProperty().subscribe((old, now) -> estimate.outdate());
        relabel.stateProperty().subscribe((old, now) -> estimate.outdate());
        return new Relabeling(relabel, estimate, FXCollections.observableHashMap());
    }
}

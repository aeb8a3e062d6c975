package org.dwastudio.ui.squeeze;

import java.util.OptionalDouble;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.dwastudio.config.Experiment;
import org.dwastudio.event.Metric;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.RunEvent.MetricPoint;
import org.dwastudio.ui.stage.RunObserver;

/** The best that a teacher did until now. FX thread only. */
final class BestAccuracy implements RunObserver {
    private final ReadOnlyObjectWrapper<OptionalDouble> accuracy =
            new ReadOnlyObjectWrapper<>(this, "accuracy", OptionalDouble.empty());

    /** On the test split, 0 to 1. */
    ReadOnlyObjectProperty<OptionalDouble> accuracyProperty() {
        return accuracy.getReadOnlyProperty();
    }

    @Override
    public void onStart(Experiment experiment) {
        accuracy.set(OptionalDouble.empty());
    }

    @Override
    public void onEvent(RunEvent event) {
        if (event instanceof MetricPoint point && point.metric() == Metric.TEST_ACCURACY) {
            accuracy.set(OptionalDouble.of(Math.max(accuracy.get().orElse(0), point.value())));
        }
    }
}

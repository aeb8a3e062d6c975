package org.dwastudio.ui.measurement;

import java.util.OptionalDouble;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.dwastudio.config.Experiment;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.RunEvent.LossMeasured;
import org.dwastudio.event.RunEvent.MetricPoint;
import org.dwastudio.event.RunEvent.Progress;
import org.dwastudio.ui.stage.RunObserver;

/**
 * Key figures of a run: the last total loss, the last Vendi score, and the loss scale and skipped steps of half
 * precision. FX thread only.
 */
public final class FiguresViewModel implements RunObserver {
    private final ReadOnlyObjectWrapper<OptionalDouble> totalLoss =
            new ReadOnlyObjectWrapper<>(this, "totalLoss", OptionalDouble.empty());
    private final ReadOnlyObjectWrapper<OptionalDouble> vendi =
            new ReadOnlyObjectWrapper<>(this, "vendi", OptionalDouble.empty());
    private final ReadOnlyObjectWrapper<OptionalDouble> lossScale =
            new ReadOnlyObjectWrapper<>(this, "lossScale", OptionalDouble.empty());
    private final ReadOnlyIntegerWrapper skippedSteps = new ReadOnlyIntegerWrapper(this, "skippedSteps");
    private final ReadOnlyIntegerWrapper columns = new ReadOnlyIntegerWrapper(this, "columns");

    public ReadOnlyObjectProperty<OptionalDouble> totalLossProperty() {
        return totalLoss.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<OptionalDouble> vendiProperty() {
        return vendi.getReadOnlyProperty();
    }

    /** Loss scale, which multiplies the gradients in half precision; empty in other precisions. */
    public ReadOnlyObjectProperty<OptionalDouble> lossScaleProperty() {
        return lossScale.getReadOnlyProperty();
    }

    /** Number of image update steps skipped because of a non-finite gradient. */
    public ReadOnlyIntegerProperty skippedStepsProperty() {
        return skippedSteps.getReadOnlyProperty();
    }

    /** Images per class, which is the maximum of the Vendi score. */
    public ReadOnlyIntegerProperty columnsProperty() {
        return columns.getReadOnlyProperty();
    }

    @Override
    public void onStart(Experiment experiment) {
        totalLoss.set(OptionalDouble.empty());
        vendi.set(OptionalDouble.empty());
        lossScale.set(OptionalDouble.empty());
        skippedSteps.set(0);
        columns.set(experiment.synthesis().imagesPerClass());
    }

    @Override
    public void onEvent(RunEvent event) {
        if (event instanceof LossMeasured measured) {
            totalLoss.set(OptionalDouble.of(measured.loss().total()));
        } else if (event instanceof MetricPoint point) {
            switch (point.metric()) {
                case VENDI_SCORE -> vendi.set(OptionalDouble.of(point.value()));
                case LOSS_SCALE -> lossScale.set(OptionalDouble.of(point.value()));
                case SKIPPED_STEPS -> skippedSteps.set(skippedSteps.get() + 1);
                default -> {
                    // Shown elsewhere.
                }
            }
        } else if (event instanceof Progress progress) {
            columns.set(progress.units());
        }
    }
}

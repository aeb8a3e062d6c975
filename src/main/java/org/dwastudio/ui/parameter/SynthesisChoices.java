package org.dwastudio.ui.parameter;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.dwastudio.config.synthesis.Adjustment.Direction;
import org.dwastudio.config.synthesis.Augmentation.Kind;
import org.dwastudio.config.synthesis.Execution.Order;
import org.dwastudio.config.synthesis.Execution.Precision;
import org.dwastudio.config.synthesis.Initialization.StartImages;
import org.dwastudio.config.synthesis.Matching.Method;
import org.dwastudio.config.synthesis.SynthesisConfig;

/** Non-numeric settings of the synthesis; changes take effect in the next run. FX thread only. */
public final class SynthesisChoices {
    private final ObjectProperty<Method> method = new SimpleObjectProperty<>(this, "method", Method.WEIGHT_ADJUSTMENT);
    private final ObjectProperty<Boolean> matchingFlip = new SimpleObjectProperty<>(this, "matchingFlip", true);
    private final ObjectProperty<StartImages> start = new SimpleObjectProperty<>(this, "start", StartImages.REAL);
    private final ObjectProperty<Optional<Path>> startFile =
            new SimpleObjectProperty<>(this, "startFile", Optional.empty());
    private final ObjectProperty<Direction> direction =
            new SimpleObjectProperty<>(this, "direction", Direction.GRADIENT);
    private final ObjectProperty<Kind> augmentation = new SimpleObjectProperty<>(this, "augmentation", Kind.SHIFT);
    private final ObjectProperty<Order> order = new SimpleObjectProperty<>(this, "order", Order.COLUMN_BY_COLUMN);
    private final ObjectProperty<OptionalInt> parallelColumns =
            new SimpleObjectProperty<>(this, "parallelColumns", OptionalInt.empty());
    private final ObjectProperty<Precision> precision =
            new SimpleObjectProperty<>(this, "precision", Precision.FLOAT32);

    public ObjectProperty<Method> methodProperty() {
        return method;
    }

    /** Mirroring in half of the steps of a distribution matching. */
    public ObjectProperty<Boolean> matchingFlipProperty() {
        return matchingFlip;
    }

    public ObjectProperty<StartImages> startProperty() {
        return start;
    }

    /** Tensor file of {@link StartImages#TENSOR}. */
    public ObjectProperty<Optional<Path>> startFileProperty() {
        return startFile;
    }

    public ObjectProperty<Direction> directionProperty() {
        return direction;
    }

    public ObjectProperty<Kind> augmentationProperty() {
        return augmentation;
    }

    public ObjectProperty<Order> orderProperty() {
        return order;
    }

    /** Number of columns that advance at the same time; empty to measure it. */
    public ObjectProperty<OptionalInt> parallelColumnsProperty() {
        return parallelColumns;
    }

    public ObjectProperty<Precision> precisionProperty() {
        return precision;
    }

    /** Returns all properties, so that listeners can be added. */
    public List<ObjectProperty<?>> all() {
        return List.of(
                method, matchingFlip, start, startFile, direction, augmentation, order, parallelColumns, precision);
    }

    SynthesisConfig writtenTo(SynthesisConfig config) {
        return config.withInitialization(
                        initialization -> initialization.withStart(start.get()).withFile(startFile.get()))
                .withAdjustment(adjustment -> adjustment.withDirection(direction.get()))
                .withMatching(matching -> matching.withMethod(method.get()).withMirrored(matchingFlip.get()))
                .withAugmentation(changed -> changed.withKind(augmentation.get()))
                .withExecution(execution -> execution
                        .withOrder(order.get())
                        .withParallelColumns(parallelColumns.get())
                        .withPrecision(precision.get()));
    }

    void readFrom(SynthesisConfig config) {
        method.set(config.matching().method());
        matchingFlip.set(config.matching().mirrored());
        start.set(config.initialization().start());
        startFile.set(config.initialization().file());
        direction.set(config.adjustment().direction());
        augmentation.set(config.augmentation().kind());
        order.set(config.execution().order());
        parallelColumns.set(config.execution().parallelColumns());
        precision.set(config.execution().precision());
    }

    /**
     * Returns the number of non-numeric settings that differ; the start file is ignored, and so is the number of columns at
     * the same time, which does not change the images.
     */
    static int differences(SynthesisConfig a, SynthesisConfig b) {
        return (a.matching().method() == b.matching().method() ? 0 : 1)
                + (a.matching().mirrored() == b.matching().mirrored() ? 0 : 1)
                + (a.initialization().start() == b.initialization().start() ? 0 : 1)
                + (a.adjustment().direction() == b.adjustment().direction() ? 0 : 1)
                + (a.augmentation().kind() == b.augmentation().kind() ? 0 : 1)
                + (a.execution().order() == b.execution().order() ? 0 : 1)
                + (a.execution().precision() == b.execution().precision() ? 0 : 1);
    }
}

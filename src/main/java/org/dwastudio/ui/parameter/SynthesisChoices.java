package org.dwastudio.ui.parameter;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.dwastudio.config.SynthesisConfig;
import org.dwastudio.config.SynthesisConfig.Direction;
import org.dwastudio.config.SynthesisConfig.Order;
import org.dwastudio.config.SynthesisConfig.Precision;
import org.dwastudio.config.SynthesisConfig.StartImages;
import org.dwastudio.config.SynthesisConfig.View;

/** Those settings of a synthesis that are choices, not numbers; they count from the next run. FX thread only. */
public final class SynthesisChoices {
    private final ObjectProperty<StartImages> start = new SimpleObjectProperty<>(this, "start", StartImages.REAL);
    private final ObjectProperty<Optional<Path>> startFile =
            new SimpleObjectProperty<>(this, "startFile", Optional.empty());
    private final ObjectProperty<Direction> direction =
            new SimpleObjectProperty<>(this, "direction", Direction.GRADIENT);
    private final ObjectProperty<View> view = new SimpleObjectProperty<>(this, "view", View.SHIFT);
    private final ObjectProperty<Order> order = new SimpleObjectProperty<>(this, "order", Order.COLUMN_BY_COLUMN);
    private final ObjectProperty<Precision> precision =
            new SimpleObjectProperty<>(this, "precision", Precision.FLOAT32);

    public ObjectProperty<StartImages> startProperty() {
        return start;
    }

    /** The tensor file of {@link StartImages#TENSOR}. */
    public ObjectProperty<Optional<Path>> startFileProperty() {
        return startFile;
    }

    public ObjectProperty<Direction> directionProperty() {
        return direction;
    }

    public ObjectProperty<View> viewProperty() {
        return view;
    }

    public ObjectProperty<Order> orderProperty() {
        return order;
    }

    public ObjectProperty<Precision> precisionProperty() {
        return precision;
    }

    /** All of them, to be listened to. */
    List<ObjectProperty<?>> all() {
        return List.of(start, startFile, direction, view, order, precision);
    }

    SynthesisConfig writtenTo(SynthesisConfig config) {
        return config.withStart(start.get())
                .withStartFile(startFile.get())
                .withDirection(direction.get())
                .withView(view.get())
                .withOrder(order.get())
                .withPrecision(precision.get());
    }

    void readFrom(SynthesisConfig config) {
        start.set(config.start());
        startFile.set(config.startFile());
        direction.set(config.direction());
        view.set(config.view());
        order.set(config.order());
        precision.set(config.precision());
    }

    /** How many choices differ between two configurations; a start file alone does not count. */
    static int differences(SynthesisConfig a, SynthesisConfig b) {
        return (a.start() == b.start() ? 0 : 1)
                + (a.direction() == b.direction() ? 0 : 1)
                + (a.view() == b.view() ? 0 : 1)
                + (a.order() == b.order() ? 0 : 1)
                + (a.precision() == b.precision() ? 0 : 1);
    }
}

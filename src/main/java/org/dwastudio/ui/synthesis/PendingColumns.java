package org.dwastudio.ui.synthesis;

import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.dwastudio.config.synthesis.Execution.Order;
import org.dwastudio.config.synthesis.Matching.Method;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.ui.parameter.ParametersViewModel;
import org.dwastudio.ui.stage.RunPhase;
import org.dwastudio.ui.synthesis.ProgressViewModel.Place;

/**
 * Number of columns that a running synthesis will have from its next column on, while a change of the images per class
 * is pending. FX thread only.
 */
public final class PendingColumns {
    private final ReadOnlyObjectWrapper<OptionalInt> columns =
            new ReadOnlyObjectWrapper<>(this, "columns", OptionalInt.empty());
    private final ParametersViewModel parameters;
    private final ObservableValue<RunPhase> state;
    private final ObservableValue<Optional<Place>> place;

    public PendingColumns(
            ParametersViewModel parameters, ObservableValue<RunPhase> state, ObservableValue<Optional<Place>> place) {
        this.parameters = parameters;
        this.state = state;
        this.place = place;
        parameters.valueOf(SynthesisConfig.IMAGES_PER_CLASS).subscribe(wanted -> update());
        state.subscribe(now -> update());
        place.subscribe(now -> update());
    }

    /** Returns the number of columns; empty while no change is pending. */
    public ReadOnlyObjectProperty<OptionalInt> columnsProperty() {
        return columns.getReadOnlyProperty();
    }

    private void update() {
        columns.set(place.getValue()
                .filter(now -> state.getValue().isActive())
                .filter(now -> parameters.choices().orderProperty().get() == Order.COLUMN_BY_COLUMN)
                .filter(now -> parameters.choices().methodProperty().get() == Method.WEIGHT_ADJUSTMENT)
                .map(this::changed)
                .orElse(OptionalInt.empty()));
    }

    /** A column that has begun is never removed. */
    private OptionalInt changed(Place now) {
        int wanted = (int) parameters.valueOf(SynthesisConfig.IMAGES_PER_CLASS).get();
        int next = Math.max(wanted, now.column() + 1);
        return next == now.columns() ? OptionalInt.empty() : OptionalInt.of(next);
    }
}

package org.dwastudio.ui.measurement;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/** Choice of the measurements that are shown, and of their width. FX thread only. */
public final class MeasurementTabs {
    private final ObjectProperty<Tab> tab = new SimpleObjectProperty<>(this, "tab", Tab.LIVE);
    private final BooleanProperty widened = new SimpleBooleanProperty(this, "widened", true);
    private final BooleanProperty tableShown = new SimpleBooleanProperty(this, "tableShown");
    private final BooleanProperty roomForBoth = new SimpleBooleanProperty(this, "roomForBoth", true);
    private final ObservableValue<Boolean> wide = tab.flatMap(now -> widened.map(wanted -> wanted && now.canBeWide()));
    private final ObservableValue<Boolean> mapNeeded = tab.map(now -> now == Tab.EMBEDDING);
    private final ObservableValue<Boolean> together = wide.flatMap(wanted -> roomForBoth.map(roomy -> wanted && roomy));
    private final ObservableValue<Boolean> tableNeeded =
            mapNeeded.flatMap(needed -> together.flatMap(both -> tableShown.map(shown -> needed && (both || shown))));

    /** Measurements that are shown together. */
    public enum Tab {
        /** Charts and figures of the run. */
        LIVE,
        /** Map of features and diversity by class. */
        EMBEDDING;

        boolean canBeWide() {
            return this == EMBEDDING;
        }
    }

    /** Returns the measurements that are shown. */
    public ObjectProperty<Tab> tabProperty() {
        return tab;
    }

    /** Returns whether measurements that need room take that of the parameters. */
    public BooleanProperty widenedProperty() {
        return widened;
    }

    /** Returns whether a wide panel has room for map and table next to each other. */
    public BooleanProperty roomForBothProperty() {
        return roomForBoth;
    }

    /** Returns whether map and table are shown next to each other. */
    public ObservableValue<Boolean> togetherProperty() {
        return together;
    }

    /** Returns whether a panel without room for both shows the table instead of the map. */
    public BooleanProperty tableShownProperty() {
        return tableShown;
    }

    /** Returns whether the shown measurements are wide now. */
    public ObservableValue<Boolean> wideProperty() {
        return wide;
    }

    /** Returns whether the map is shown. */
    public ObservableValue<Boolean> mapNeeded() {
        return mapNeeded;
    }

    /** Returns whether the table of classes is shown. */
    public ObservableValue<Boolean> tableNeeded() {
        return tableNeeded;
    }
}

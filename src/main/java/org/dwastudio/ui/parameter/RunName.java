package org.dwastudio.ui.parameter;

import java.nio.file.Path;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.Source;

/** Name of the next run: the typed name, or else one derived from the experiment and its dataset. FX thread only. */
public final class RunName {
    private final StringProperty typed = new SimpleStringProperty(this, "typed", "");
    private final StringBinding suggested;

    RunName(ObservableValue<Experiment> opened, ObservableValue<DatasetConfig> dataset) {
        suggested =
                Bindings.createStringBinding(() -> suggestion(opened.getValue(), dataset.getValue()), opened, dataset);
    }

    /** Returns the name of a newly selected dataset that is not bundled, else the name of the opened experiment. */
    private static String suggestion(Experiment opened, DatasetConfig dataset) {
        String source = dataset.source();
        boolean chosen = !source.equals(opened.dataset().source()) && !Source.isBundled(source);
        return chosen ? Path.of(source).getFileName().toString() : opened.name();
    }

    /** Typed name; empty to use the suggested one. */
    public StringProperty typedProperty() {
        return typed;
    }

    /** Name that is used while none is typed. */
    public StringBinding suggestedBinding() {
        return suggested;
    }

    /** Returns the name that a run would get now. */
    public String current() {
        return typed.get().isEmpty() ? suggested.get() : typed.get();
    }
}

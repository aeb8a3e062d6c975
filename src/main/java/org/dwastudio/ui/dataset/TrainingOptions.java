package org.dwastudio.ui.dataset;

import java.util.List;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.HeldOut.ScoredOn;
import org.dwastudio.config.Stress.Corruption;
import org.dwastudio.config.Stress.LabelNoiseKind;

/** Choices about the training split: which images accuracies are measured on, and which kinds of stress are applied. */
public final class TrainingOptions {
    private final ObjectProperty<ScoredOn> scoredOn = new SimpleObjectProperty<>(this, "scoredOn", ScoredOn.TEST);
    private final ObjectProperty<LabelNoiseKind> labelNoiseKind =
            new SimpleObjectProperty<>(this, "labelNoiseKind", LabelNoiseKind.SYMMETRIC);
    private final ObjectProperty<Corruption> corruption =
            new SimpleObjectProperty<>(this, "corruption", Corruption.NONE);

    TrainingOptions() {}

    /** Returns the images that accuracies are measured on. */
    public ObjectProperty<ScoredOn> scoredOnProperty() {
        return scoredOn;
    }

    /** Returns the choice of wrong labels. */
    public ObjectProperty<LabelNoiseKind> labelNoiseKindProperty() {
        return labelNoiseKind;
    }

    /** Returns the corruption of the pixels. */
    public ObjectProperty<Corruption> corruptionProperty() {
        return corruption;
    }

    List<Observable> sources() {
        return List.of(scoredOn, labelNoiseKind, corruption);
    }

    void reset(DatasetConfig config) {
        scoredOn.set(config.heldOut().scoredOn());
        labelNoiseKind.set(config.stress().labelNoiseKind());
        corruption.set(config.stress().corruption());
    }
}

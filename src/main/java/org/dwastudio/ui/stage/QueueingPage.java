package org.dwastudio.ui.stage;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.dwastudio.config.Experiment;

/** Page whose stage can be queued behind the active one. FX thread only. */
public interface QueueingPage {

    /** Returns the block of the experiment that holds the settings of the stage, for example {@code synthesis}. */
    String block();

    /** Returns what keeps the stage from being queued: sentences by the name of the setting. */
    Map<String, String> problems();

    /** Returns true if the stage uses the images of a run. */
    default boolean usesImages() {
        return false;
    }

    /** Returns the run whose images the stage would use; that of an active synthesis has none yet. */
    default ObservableValue<Optional<Path>> inputProperty() {
        return new SimpleObjectProperty<>(Optional.empty());
    }

    /** Returns true if an experiment needs this stage after the stage that makes the images. */
    default boolean isNeededAfterImages(Experiment experiment) {
        return false;
    }

    /** Returns the source of the dataset that the stage reads, if it is stated by the experiment. */
    default Optional<String> dataset(Experiment experiment) {
        return Optional.of(experiment.dataset().source());
    }

    /** Returns the weights of the teacher that the stage reads, if they are stated by the experiment. */
    default Optional<String> teacher(Experiment experiment) {
        return Optional.empty();
    }

    /**
     * Starts the stage with settings that replace those of the window.
     *
     * @param run folder of the run whose images it uses; empty for a stage that makes a run of its own
     */
    void start(Experiment experiment, Optional<Path> run);
}

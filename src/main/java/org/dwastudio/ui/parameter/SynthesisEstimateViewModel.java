package org.dwastudio.ui.parameter;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.engine.DatasetSummary;
import org.dwastudio.ui.dataset.DatasetViewModel;

/** Estimated time, number of images and size of a run with the current values. FX thread only. */
public final class SynthesisEstimateViewModel {
    private final ParametersViewModel parameters;
    private final DatasetViewModel dataset;
    private final ReadOnlyObjectProperty<OptionalDouble> speed;

    /**
     * Creates the view model.
     *
     * @param speed steps per second; empty before the first measurement
     */
    public SynthesisEstimateViewModel(
            ParametersViewModel parameters, DatasetViewModel dataset, ReadOnlyObjectProperty<OptionalDouble> speed) {
        this.parameters = parameters;
        this.dataset = dataset;
        this.speed = speed;
    }

    /** Returns all properties that the estimate depends on. */
    public Observable[] dependencies() {
        return new Observable[] {
            parameters.valueOf(SynthesisConfig.IMAGES_PER_CLASS),
            parameters.valueOf(SynthesisConfig.ITERATIONS),
            dataset.factsProperty(),
            speed
        };
    }

    /** Returns the estimated time of the whole run in seconds; empty before the first speed measurement. */
    public OptionalDouble seconds() {
        OptionalDouble stepsPerSecond = speed.get();
        if (stepsPerSecond.isEmpty()) {
            return OptionalDouble.empty();
        }
        double steps = parameters.valueOf(SynthesisConfig.IMAGES_PER_CLASS).get()
                * parameters.valueOf(SynthesisConfig.ITERATIONS).get();
        return OptionalDouble.of(steps / stepsPerSecond.getAsDouble());
    }

    /** Returns the number of images of all classes; empty before the dataset is known. */
    public OptionalLong images() {
        return dataset.factsProperty()
                .get()
                .value()
                .map(facts -> OptionalLong.of(facts.classNames().size() * imagesPerClass()))
                .orElse(OptionalLong.empty());
    }

    /** Returns the size of the image pixels in bytes; empty before the dataset is known. */
    public OptionalLong bytes() {
        return dataset.factsProperty()
                .get()
                .value()
                .map(facts -> OptionalLong.of(imagesPerClass() * bytesOfAColumn(facts)))
                .orElse(OptionalLong.empty());
    }

    private long imagesPerClass() {
        return (long) parameters.valueOf(SynthesisConfig.IMAGES_PER_CLASS).get();
    }

    private static long bytesOfAColumn(DatasetSummary facts) {
        return (long) facts.classNames().size() * facts.imageSize() * facts.imageSize() * facts.channels();
    }
}

package org.dwastudio.ui.parameter;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.engine.DatasetSummary;
import org.dwastudio.ui.dataset.DatasetViewModel;

/** What a run with the present values would take and make. FX thread only. */
public final class SynthesisEstimateViewModel {
    private final ParametersViewModel parameters;
    private final DatasetViewModel dataset;
    private final ReadOnlyObjectProperty<OptionalDouble> speed;

    /**
     * Creates the view model.
     *
     * @param speed in steps a second; empty before anything was measured
     */
    public SynthesisEstimateViewModel(
            ParametersViewModel parameters, DatasetViewModel dataset, ReadOnlyObjectProperty<OptionalDouble> speed) {
        this.parameters = parameters;
        this.dataset = dataset;
        this.speed = speed;
    }

    /** Everything that an estimate depends on. */
    public Observable[] dependencies() {
        return new Observable[] {
            parameters.valueOf(SynthesisConfig.IMAGES_PER_CLASS),
            parameters.valueOf(SynthesisConfig.ITERATIONS),
            dataset.factsProperty(),
            speed
        };
    }

    /** Seconds for the whole run at the speed to reckon with; empty before anything was measured. */
    public OptionalDouble seconds() {
        OptionalDouble stepsPerSecond = speed.get();
        if (stepsPerSecond.isEmpty()) {
            return OptionalDouble.empty();
        }
        double steps = parameters.valueOf(SynthesisConfig.IMAGES_PER_CLASS).get()
                * parameters.valueOf(SynthesisConfig.ITERATIONS).get();
        return OptionalDouble.of(steps / stepsPerSecond.getAsDouble());
    }

    /** Images of all classes together; empty before the dataset is known. */
    public OptionalLong images() {
        return dataset.factsProperty()
                .get()
                .value()
                .map(facts -> OptionalLong.of(facts.classNames().size() * imagesPerClass()))
                .orElse(OptionalLong.empty());
    }

    /** Bytes of their pixels; empty before the dataset is known. */
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

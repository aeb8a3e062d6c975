package org.dwastudio.ui.parameter;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.data.DatasetNote;
import org.dwastudio.engine.DatasetSummary;
import org.dwastudio.stage.StageEstimate;
import org.dwastudio.ui.dataset.DatasetViewModel;
import org.dwastudio.ui.screen.LoadState;

/** Estimated time, number of images and size of a run with the current values. FX thread only. */
public final class SynthesisEstimateViewModel {
    private final ParametersViewModel parameters;
    private final DatasetViewModel dataset;
    private final ReadOnlyObjectProperty<LoadState<StageEstimate>> measured;

    /**
     * Creates the view model.
     *
     * @param measured estimate of the engine, from a step that it has just made
     */
    public SynthesisEstimateViewModel(
            ParametersViewModel parameters,
            DatasetViewModel dataset,
            ReadOnlyObjectProperty<LoadState<StageEstimate>> measured) {
        this.parameters = parameters;
        this.dataset = dataset;
        this.measured = measured;
    }

    /** Returns all properties that the estimate depends on. */
    public Observable[] dependencies() {
        return new Observable[] {
            parameters.valueOf(SynthesisConfig.IMAGES_PER_CLASS),
            parameters.valueOf(SynthesisConfig.ITERATIONS),
            dataset.factsProperty(),
            measured
        };
    }

    /** Returns the estimated time of the whole run in seconds; empty until it is measured. */
    public OptionalDouble seconds() {
        return measured.get()
                .value()
                .map(known -> OptionalDouble.of(known.seconds()))
                .orElse(OptionalDouble.empty());
    }

    /** Returns warnings about the run that are known before it starts; none until it is measured. */
    public List<DatasetNote> notes() {
        return measured.get().value().map(StageEstimate::notes).orElse(List.of());
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

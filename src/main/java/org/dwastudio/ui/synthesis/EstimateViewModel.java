package org.dwastudio.ui.synthesis;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import javafx.beans.Observable;
import org.dwastudio.config.SynthesisParameter;
import org.dwastudio.ui.dataset.DatasetFacts;
import org.dwastudio.ui.dataset.DatasetViewModel;

/** What a run with the present values would take and make. FX thread only. */
public final class EstimateViewModel {
    private final ParametersViewModel parameters;
    private final DatasetViewModel dataset;
    private final ProgressViewModel progress;

    public EstimateViewModel(ParametersViewModel parameters, DatasetViewModel dataset, ProgressViewModel progress) {
        this.parameters = parameters;
        this.dataset = dataset;
        this.progress = progress;
    }

    /** Everything that an estimate depends on. */
    public Observable[] dependencies() {
        return new Observable[] {
            parameters.valueOf(SynthesisParameter.IMAGES_PER_CLASS),
            parameters.valueOf(SynthesisParameter.ITERATIONS),
            dataset.factsProperty(),
            progress.usualSpeedProperty()
        };
    }

    /** Seconds for the whole run at the speed to reckon with; empty before anything was measured. */
    public OptionalDouble seconds() {
        OptionalDouble speed = progress.usualSpeedProperty().get();
        if (speed.isEmpty()) {
            return OptionalDouble.empty();
        }
        double steps = parameters.valueOf(SynthesisParameter.IMAGES_PER_CLASS).get()
                * parameters.valueOf(SynthesisParameter.ITERATIONS).get();
        return OptionalDouble.of(steps / speed.getAsDouble());
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
        return (long) parameters.valueOf(SynthesisParameter.IMAGES_PER_CLASS).get();
    }

    private static long bytesOfAColumn(DatasetFacts facts) {
        return (long) facts.classNames().size() * facts.imageSize() * facts.imageSize() * facts.channels();
    }
}

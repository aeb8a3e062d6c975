package org.dwastudio.ui.teacher;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.DatasetConfig.Color;
import org.dwastudio.config.Source;
import org.dwastudio.engine.DatasetSummary;
import org.dwastudio.engine.TeacherSummary;
import org.dwastudio.ui.dataset.DatasetChoiceViewModel;
import org.dwastudio.ui.screen.LoadState;
import org.dwastudio.ui.teacher.Incompatibility.Kind;
import org.dwastudio.ui.teacher.Incompatibility.Shape;

/** Compatibility check of teacher and dataset, made as soon as both are known. FX thread only. */
public final class CompatibilityViewModel {
    private final ObservableValue<LoadState<DatasetSummary>> dataset;
    private final ObservableValue<LoadState<TeacherSummary>> teacher;
    private final DatasetChoiceViewModel choice;
    private final ReadOnlyObjectWrapper<Optional<Incompatibility>> incompatibility =
            new ReadOnlyObjectWrapper<>(this, "incompatibility", Optional.empty());

    /** @param choice adapts the dataset's images to the teacher's input */
    public CompatibilityViewModel(
            ObservableValue<LoadState<DatasetSummary>> dataset,
            ObservableValue<LoadState<TeacherSummary>> teacher,
            DatasetChoiceViewModel choice) {
        this.dataset = dataset;
        this.teacher = teacher;
        this.choice = choice;
        dataset.subscribe(loaded -> incompatibility.set(find()));
        teacher.subscribe(loaded -> incompatibility.set(find()));
    }

    /** Returns the incompatibility that prevents a run; empty if there is none or if it is not known yet. */
    public ReadOnlyObjectProperty<Optional<Incompatibility>> incompatibilityProperty() {
        return incompatibility.getReadOnlyProperty();
    }

    /** Returns true if the bundled teacher was trained on the dataset, because that is bundled too. */
    public boolean doesBundledTeacherFit() {
        return Source.isBundled(choice.datasetProperty().getValue().source());
    }

    /** Changes the dataset's image size and color to those of the teacher's input. */
    public void adaptLook() {
        incompatibility.get().filter(found -> found.kind() == Kind.LOOK).ifPresent(found -> {
            DatasetConfig config = choice.datasetProperty().getValue();
            choice.change(config.withImageSize(found.teacher().imageSize())
                    .withColor(found.teacher().channels() == 1 ? Color.GRAY : Color.COLOR)
                    .withNormalization(config.normalization()
                            .filter(one -> one.mean().size() == found.teacher().channels())));
        });
    }

    private Optional<Incompatibility> find() {
        if (dataset.getValue().isFailed()) {
            return Optional.of(new Incompatibility(Kind.UNREADABLE, Shape.NONE, Shape.NONE, ""));
        }
        return dataset.getValue()
                .value()
                .flatMap(images -> teacher.getValue().value().flatMap(network -> compare(network, shapeOf(images))));
    }

    /** Other classes come first: images that look right are still those of other things. */
    private static Optional<Incompatibility> compare(TeacherSummary network, Shape dataset) {
        Shape teacher = shapeOf(network);
        if (teacher.classes() != dataset.classes()) {
            return Optional.of(new Incompatibility(Kind.CLASSES, teacher, dataset, network.trainedOn()));
        }
        if (!network.isOfTheDataset()) {
            return Optional.of(new Incompatibility(Kind.OTHER_CLASSES, teacher, dataset, network.trainedOn()));
        }
        return teacher.equals(dataset)
                ? Optional.empty()
                : Optional.of(new Incompatibility(Kind.LOOK, teacher, dataset, network.trainedOn()));
    }

    private static Shape shapeOf(TeacherSummary teacher) {
        return new Shape(
                teacher.network().classes(),
                teacher.network().channels(),
                teacher.network().imageSize());
    }

    private static Shape shapeOf(DatasetSummary dataset) {
        return new Shape(dataset.classNames().size(), dataset.channels(), dataset.imageSize());
    }
}

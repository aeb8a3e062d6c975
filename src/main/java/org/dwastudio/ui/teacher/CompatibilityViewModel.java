package org.dwastudio.ui.teacher;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.DatasetConfig.Color;
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
    private final ReadOnlyObjectWrapper<Optional<Incompatibility>> misfit =
            new ReadOnlyObjectWrapper<>(this, "misfit", Optional.empty());

    /** @param choice adapts the dataset's images to the teacher's input */
    public CompatibilityViewModel(
            ObservableValue<LoadState<DatasetSummary>> dataset,
            ObservableValue<LoadState<TeacherSummary>> teacher,
            DatasetChoiceViewModel choice) {
        this.dataset = dataset;
        this.teacher = teacher;
        this.choice = choice;
        dataset.subscribe(loaded -> misfit.set(find()));
        teacher.subscribe(loaded -> misfit.set(find()));
    }

    /** Returns the incompatibility that prevents a run; empty if there is none or if it is not known yet. */
    public ReadOnlyObjectProperty<Optional<Incompatibility>> misfitProperty() {
        return misfit.getReadOnlyProperty();
    }

    /** Changes the dataset's image size and color to those of the teacher's input. */
    public void adaptLook() {
        misfit.get().filter(found -> found.kind() == Kind.LOOK).ifPresent(found -> {
            DatasetConfig config = choice.datasetProperty().getValue();
            choice.change(config.withImageSize(found.teacher().imageSize())
                    .withColor(found.teacher().channels() == 1 ? Color.GRAY : Color.COLOR)
                    .withNormalization(config.normalization()
                            .filter(one -> one.mean().size() == found.teacher().channels())));
        });
    }

    private Optional<Incompatibility> find() {
        if (dataset.getValue().isFailed()) {
            return Optional.of(new Incompatibility(Kind.UNREADABLE, Shape.NONE, Shape.NONE));
        }
        return dataset.getValue().value().flatMap(images -> teacher.getValue()
                .value()
                .flatMap(network -> compare(shapeOf(network), shapeOf(images))));
    }

    private static Optional<Incompatibility> compare(Shape teacher, Shape dataset) {
        if (teacher.equals(dataset)) {
            return Optional.empty();
        }
        return Optional.of(new Incompatibility(
                teacher.classes() == dataset.classes() ? Kind.LOOK : Kind.CLASSES, teacher, dataset));
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

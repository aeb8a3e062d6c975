package org.dwastudio.ui.squeeze;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.dwastudio.config.network.ImageAugmentation.Crop;
import org.dwastudio.config.network.NetworkConfig.Stem;
import org.dwastudio.config.squeeze.SqueezeConfig;
import org.dwastudio.config.squeeze.SqueezeOptimizer.Schedule;
import org.dwastudio.ui.recipe.RecipeChoices;

/** Non-numeric settings of a teacher's recipe. FX thread only. */
public final class SqueezeChoices implements RecipeChoices<SqueezeConfig> {
    private final ObjectProperty<String> architecture = new SimpleObjectProperty<>(this, "architecture", "");
    private final ObjectProperty<String> startFrom = new SimpleObjectProperty<>(this, "startFrom", "");
    private final ObjectProperty<Stem> stem = new SimpleObjectProperty<>(this, "stem", Stem.SMALL);
    private final ObjectProperty<Schedule> schedule = new SimpleObjectProperty<>(this, "schedule", Schedule.COSINE);
    private final ObjectProperty<Crop> crop = new SimpleObjectProperty<>(this, "crop", Crop.PADDED);
    private final ObjectProperty<Boolean> nesterov = new SimpleObjectProperty<>(this, "nesterov", false);
    private final ObjectProperty<Boolean> horizontalFlip = new SimpleObjectProperty<>(this, "horizontalFlip", true);

    @Override
    public ObjectProperty<String> architectureProperty() {
        return architecture;
    }

    @Override
    public ObjectProperty<Stem> stemProperty() {
        return stem;
    }

    /** Returns the property of the weights that the training starts from; empty for random ones. */
    public ObjectProperty<String> startFromProperty() {
        return startFrom;
    }

    public ObjectProperty<Schedule> scheduleProperty() {
        return schedule;
    }

    public ObjectProperty<Crop> cropProperty() {
        return crop;
    }

    public ObjectProperty<Boolean> nesterovProperty() {
        return nesterov;
    }

    public ObjectProperty<Boolean> horizontalFlipProperty() {
        return horizontalFlip;
    }

    @Override
    public SqueezeChoices fresh() {
        return new SqueezeChoices();
    }

    @Override
    public List<ObjectProperty<?>> all() {
        return List.of(startFrom, architecture, stem, schedule, crop, nesterov, horizontalFlip);
    }

    @Override
    public SqueezeConfig writtenTo(SqueezeConfig config) {
        return config.withNetwork(
                        network -> network.withArchitecture(architecture.get()).withStem(stem.get()))
                .withStartFrom(startFrom.get())
                .withOptimizer(optimizer -> optimizer.withSchedule(schedule.get()))
                .withAugmentation(augmentation -> augmentation.withCrop(crop.get()))
                .withOptimizer(optimizer -> optimizer.withNesterov(nesterov.get()))
                .withAugmentation(augmentation -> augmentation.withHorizontalFlip(horizontalFlip.get()));
    }

    @Override
    public void readFrom(SqueezeConfig config) {
        architecture.set(config.network().architecture());
        startFrom.set(config.startFrom());
        stem.set(config.network().stem());
        schedule.set(config.optimizer().schedule());
        crop.set(config.augmentation().crop());
        nesterov.set(config.optimizer().nesterov());
        horizontalFlip.set(config.augmentation().horizontalFlip());
    }
}

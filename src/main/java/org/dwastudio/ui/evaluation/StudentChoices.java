package org.dwastudio.ui.evaluation;

import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.dwastudio.config.EvaluationChoices;
import org.dwastudio.config.EvaluationConfig;
import org.dwastudio.config.EvaluationConfig.LabelKinds;
import org.dwastudio.config.EvaluationConfig.Loss;
import org.dwastudio.config.EvaluationConfig.Mix;
import org.dwastudio.config.EvaluationConfig.Optimizer;
import org.dwastudio.config.EvaluationConfig.Schedule;
import org.dwastudio.config.EvaluationConfig.SoftLabels;
import org.dwastudio.config.NetworkConfig.Stem;
import org.dwastudio.config.SqueezeConfig.Crop;
import org.dwastudio.ui.recipe.RecipeChoices;

/** Those settings of the students' recipe that are choices, not numbers. FX thread only. */
public final class StudentChoices implements RecipeChoices<EvaluationConfig> {
    private final ObjectProperty<String> architecture = new SimpleObjectProperty<>(this, "architecture", "");
    private final ObjectProperty<Stem> stem = new SimpleObjectProperty<>(this, "stem", Stem.SMALL);
    private final ObjectProperty<Optimizer> optimizer = new SimpleObjectProperty<>(this, "optimizer", Optimizer.ADAM_W);
    private final ObjectProperty<Schedule> schedule = new SimpleObjectProperty<>(this, "schedule", Schedule.COSINE);
    private final ObjectProperty<Crop> crop = new SimpleObjectProperty<>(this, "crop", Crop.PADDED);
    private final ObjectProperty<Boolean> horizontalFlip = new SimpleObjectProperty<>(this, "horizontalFlip", true);
    private final ObjectProperty<Mix> mix = new SimpleObjectProperty<>(this, "mix", Mix.MIXUP);
    private final ObjectProperty<Loss> loss = new SimpleObjectProperty<>(this, "loss", Loss.KL);
    private final ObjectProperty<SoftLabels> softLabels =
            new SimpleObjectProperty<>(this, "softLabels", SoftLabels.ONLINE);
    private final ObjectProperty<LabelKinds> labels = new SimpleObjectProperty<>(this, "labels", LabelKinds.BOTH);

    @Override
    public ObjectProperty<String> architectureProperty() {
        return architecture;
    }

    @Override
    public ObjectProperty<Stem> stemProperty() {
        return stem;
    }

    public ObjectProperty<Optimizer> optimizerProperty() {
        return optimizer;
    }

    public ObjectProperty<Schedule> scheduleProperty() {
        return schedule;
    }

    public ObjectProperty<Crop> cropProperty() {
        return crop;
    }

    public ObjectProperty<Boolean> horizontalFlipProperty() {
        return horizontalFlip;
    }

    public ObjectProperty<Mix> mixProperty() {
        return mix;
    }

    public ObjectProperty<Loss> lossProperty() {
        return loss;
    }

    public ObjectProperty<SoftLabels> softLabelsProperty() {
        return softLabels;
    }

    public ObjectProperty<LabelKinds> labelsProperty() {
        return labels;
    }

    @Override
    public List<ObjectProperty<?>> all() {
        return List.of(architecture, stem, optimizer, schedule, crop, horizontalFlip, mix, loss, softLabels, labels);
    }

    @Override
    public EvaluationConfig writtenTo(EvaluationConfig config) {
        return new EvaluationChoices(
                        architecture.get(),
                        stem.get(),
                        optimizer.get(),
                        schedule.get(),
                        crop.get(),
                        horizontalFlip.get(),
                        mix.get(),
                        loss.get(),
                        softLabels.get(),
                        labels.get())
                .replacedIn(config);
    }

    @Override
    public void readFrom(EvaluationConfig config) {
        architecture.set(config.architecture());
        stem.set(config.stem());
        optimizer.set(config.optimizer());
        schedule.set(config.schedule());
        crop.set(config.crop());
        horizontalFlip.set(config.horizontalFlip());
        mix.set(config.mix());
        loss.set(config.loss());
        softLabels.set(config.softLabels());
        labels.set(config.labels());
    }

    @Override
    public int differences(EvaluationConfig a, EvaluationConfig b) {
        return (int) Stream.of(
                        a.architecture().equals(b.architecture()),
                        a.stem() == b.stem(),
                        a.optimizer() == b.optimizer(),
                        a.schedule() == b.schedule(),
                        a.crop() == b.crop(),
                        a.horizontalFlip() == b.horizontalFlip(),
                        a.mix() == b.mix(),
                        a.loss() == b.loss(),
                        a.softLabels() == b.softLabels(),
                        a.labels() == b.labels())
                .filter(same -> !same)
                .count();
    }
}

package org.dwastudio.ui.evaluation;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.config.evaluation.EvaluationOptimizer.Kind;
import org.dwastudio.config.evaluation.EvaluationOptimizer.Schedule;
import org.dwastudio.config.evaluation.Mixing.Mix;
import org.dwastudio.config.evaluation.StudentLabels.LabelKinds;
import org.dwastudio.config.evaluation.StudentLabels.Loss;
import org.dwastudio.config.evaluation.StudentLabels.SoftLabels;
import org.dwastudio.config.network.ImageAugmentation.Crop;
import org.dwastudio.config.network.NetworkConfig.Stem;
import org.dwastudio.ui.recipe.RecipeChoices;

/** Non-numeric settings of the student recipe. FX thread only. */
public final class StudentChoices implements RecipeChoices<EvaluationConfig> {
    private final ObjectProperty<String> architecture = new SimpleObjectProperty<>(this, "architecture", "");
    private final ObjectProperty<Stem> stem = new SimpleObjectProperty<>(this, "stem", Stem.SMALL);
    private final ObjectProperty<Kind> optimizer = new SimpleObjectProperty<>(this, "optimizer", Kind.ADAM_W);
    private final ObjectProperty<Schedule> schedule = new SimpleObjectProperty<>(this, "schedule", Schedule.COSINE);
    private final ObjectProperty<Crop> crop = new SimpleObjectProperty<>(this, "crop", Crop.PADDED);
    private final ObjectProperty<Boolean> horizontalFlip = new SimpleObjectProperty<>(this, "horizontalFlip", true);
    private final ObjectProperty<Mix> mix = new SimpleObjectProperty<>(this, "mix", Mix.MIXUP);
    private final ObjectProperty<Boolean> withoutAugmentation =
            new SimpleObjectProperty<>(this, "withoutAugmentation", false);
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

    public ObjectProperty<Kind> optimizerProperty() {
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

    public ObjectProperty<Boolean> withoutAugmentationProperty() {
        return withoutAugmentation;
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
    public StudentChoices fresh() {
        return new StudentChoices();
    }

    @Override
    public List<ObjectProperty<?>> all() {
        return List.of(
                architecture,
                stem,
                optimizer,
                schedule,
                crop,
                horizontalFlip,
                mix,
                withoutAugmentation,
                loss,
                softLabels,
                labels);
    }

    @Override
    public EvaluationConfig writtenTo(EvaluationConfig config) {
        return config.withNetwork(
                        network -> network.withArchitecture(architecture.get()).withStem(stem.get()))
                .withOptimizer(algorithm -> algorithm.withKind(optimizer.get()).withSchedule(schedule.get()))
                .withAugmentation(
                        augmentation -> augmentation.withCrop(crop.get()).withHorizontalFlip(horizontalFlip.get()))
                .withMixing(mixing -> mixing.withMix(mix.get()))
                .withWithoutAugmentation(withoutAugmentation.get())
                .withLabels(chosen -> chosen.withLoss(loss.get())
                        .withSoftLabels(softLabels.get())
                        .withKinds(labels.get()));
    }

    @Override
    public void readFrom(EvaluationConfig config) {
        architecture.set(config.network().architecture());
        stem.set(config.network().stem());
        optimizer.set(config.optimizer().kind());
        schedule.set(config.optimizer().schedule());
        crop.set(config.augmentation().crop());
        horizontalFlip.set(config.augmentation().horizontalFlip());
        mix.set(config.mixing().mix());
        withoutAugmentation.set(config.withoutAugmentation());
        loss.set(config.labels().loss());
        softLabels.set(config.labels().softLabels());
        labels.set(config.labels().kinds());
    }
}

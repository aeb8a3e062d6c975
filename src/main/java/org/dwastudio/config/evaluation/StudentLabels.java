package org.dwastudio.config.evaluation;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.stream.Stream;
import org.dwastudio.config.setting.Parameter;
import org.dwastudio.config.setting.ParameterRange;
import org.dwastudio.config.setting.Setting;
import org.dwastudio.config.setting.SettingGroup;

/**
 * The labels that students learn, and the loss.
 *
 * @param loss loss with soft labels
 * @param softLabels source of the soft labels of the distilled set
 * @param kinds kinds of labels that there are students for
 * @param temperature τ of {@link Loss#KL} and {@link Loss#KL_SCALED}, 0.1 to 1000
 * @param hardWeight weight of the cross-entropy with hard labels in {@link Loss#MSE}, 0 to 10
 */
@RecordBuilder
public record StudentLabels(Loss loss, SoftLabels softLabels, LabelKinds kinds, double temperature, double hardWeight)
        implements StudentLabelsBuilder.With {
    private static final SettingGroup<EvaluationConfig, StudentLabels> GROUP =
            new SettingGroup<>("labels", EvaluationConfig::labels, EvaluationConfig::withLabels);

    /** τ of the soft labels. */
    public static final Parameter<EvaluationConfig> TEMPERATURE = GROUP.number(
            "temperature",
            ParameterRange.of(0.1, 1000, 30).logarithmic(),
            StudentLabels::temperature,
            StudentLabels::withTemperature);
    /** The weight of the cross-entropy with hard labels in the squared difference. */
    public static final Parameter<EvaluationConfig> HARD_WEIGHT = GROUP.number(
            "hardWeight", ParameterRange.of(0, 10, 0), StudentLabels::hardWeight, StudentLabels::withHardWeight);

    private static final Setting<EvaluationConfig> LOSS =
            GROUP.choice("loss", Loss.class, StudentLabels::loss, StudentLabels::withLoss);
    private static final Setting<EvaluationConfig> SOFT_LABELS =
            GROUP.choice("softLabels", SoftLabels.class, StudentLabels::softLabels, StudentLabels::withSoftLabels);
    private static final Setting<EvaluationConfig> KINDS = GROUP.choice(
                    "labels", LabelKinds.class, StudentLabels::kinds, StudentLabels::withKinds)
            .omitting(LabelKinds.BOTH);

    /** Loss between the logits of student and teacher. */
    public enum Loss {
        /** KL(softmax(teacher/τ) ‖ softmax(student/τ)). */
        KL,
        /** KL times τ², so that its gradients do not shrink with τ. */
        KL_SCALED,
        /** Mean squared difference of the logits, and a little cross-entropy with the hard labels (EDC, NeurIPS 2024). */
        MSE
    }

    /** Source of the soft labels of the distilled set. Those of other sets are computed at every step. */
    public enum SoftLabels {
        /** The teacher predicts at every step. */
        ONLINE,
        /** The run folder, where the stage relabel stored them: all students see the same augmentations. */
        STORED
    }

    /** Kinds of labels that there are students for. The comparison with random real images needs both. */
    public enum LabelKinds {
        /** Some learn from soft labels, as many others from hard ones. */
        BOTH,
        /** All learn the teacher's predictions. */
        SOFT,
        /** All learn the classes alone, without a teacher. */
        HARD
    }

    /** Returns the published values for CIFAR. */
    static StudentLabels paper() {
        return new StudentLabels(Loss.KL, SoftLabels.ONLINE, LabelKinds.BOTH, TEMPERATURE.paper(), HARD_WEIGHT.paper());
    }

    static Stream<Setting<EvaluationConfig>> settings() {
        return Stream.of(TEMPERATURE, HARD_WEIGHT, LOSS, SOFT_LABELS, KINDS);
    }
}

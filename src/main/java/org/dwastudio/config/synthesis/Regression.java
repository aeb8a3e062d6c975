package org.dwastudio.config.synthesis;

import static org.dwastudio.config.setting.TakesEffect.NEXT_COLUMN;
import static org.dwastudio.config.setting.TakesEffect.NEXT_ITERATION;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.stream.Stream;
import org.dwastudio.config.setting.Parameter;
import org.dwastudio.config.setting.ParameterRange;
import org.dwastudio.config.setting.Setting;
import org.dwastudio.config.setting.SettingGroup;

/**
 * The feature regression: the images predict the labels of real images by kernel ridge regression on the features of
 * students in training. It is not in the paper.
 *
 * @param weight w_r, weight of the loss, 0 to 1000; 0 leaves it out, the cross-entropy has weight 1
 * @param students students in training whose features alternate, 1 to 100
 * @param studentSteps training steps after which a student starts again, 1 to 10000
 * @param studentWidth channels of a student, a ConvNet-3, 1 to 512
 * @param images real images of each class that a column is measured by, 1 to 10000
 * @param ridge λ as a share of the kernel's mean diagonal, 1e-6 to 1
 */
@RecordBuilder
public record Regression(double weight, int students, int studentSteps, int studentWidth, int images, double ridge)
        implements RegressionBuilder.With {
    private static final SettingGroup<SynthesisConfig, Regression> GROUP =
            new SettingGroup<>("regression", SynthesisConfig::regression, SynthesisConfig::withRegression);

    /** w_r, the weight of the feature regression; the cross-entropy has weight 1. */
    public static final Parameter<SynthesisConfig> WEIGHT = GROUP.number(
            "regressionWeight",
            ParameterRange.of(0, 1000, 0).logarithmic().from(NEXT_COLUMN),
            Regression::weight,
            Regression::withWeight);
    /** The number of students in training whose features alternate. */
    public static final Parameter<SynthesisConfig> STUDENTS = GROUP.whole(
                    "regressionStudents",
                    ParameterRange.of(1, 100, 2).whole().logarithmic().from(NEXT_COLUMN),
                    Regression::students,
                    Regression::withStudents)
            .advanced();
    /** The number of training steps after which a student starts again. */
    public static final Parameter<SynthesisConfig> STUDENT_STEPS = GROUP.whole(
                    "studentSteps",
                    ParameterRange.of(1, 10000, 400).whole().logarithmic().from(NEXT_COLUMN),
                    Regression::studentSteps,
                    Regression::withStudentSteps)
            .advanced();
    /** The channels of a student, a ConvNet-3. */
    public static final Parameter<SynthesisConfig> STUDENT_WIDTH = GROUP.whole(
                    "studentWidth",
                    ParameterRange.of(1, 512, 16).whole().logarithmic().from(NEXT_COLUMN),
                    Regression::studentWidth,
                    Regression::withStudentWidth)
            .advanced();
    /** The number of real images of each class that a column's regression is measured by. */
    public static final Parameter<SynthesisConfig> IMAGES = GROUP.whole(
                    "regressionImages",
                    ParameterRange.of(1, 10000, 100).whole().logarithmic().from(NEXT_COLUMN),
                    Regression::images,
                    Regression::withImages)
            .advanced();
    /** λ of the regression, as a share of the kernel's mean diagonal. */
    public static final Parameter<SynthesisConfig> RIDGE = GROUP.number(
                    "ridge",
                    ParameterRange.of(1e-6, 1, 0.01).logarithmic().from(NEXT_ITERATION),
                    Regression::ridge,
                    Regression::withRidge)
            .advanced();

    /** Parameters that have an effect only while {@link #WEIGHT} is above 0. */
    public static final List<Parameter<SynthesisConfig>> DETAILS =
            List.of(STUDENTS, STUDENT_STEPS, STUDENT_WIDTH, IMAGES, RIDGE);

    /** Returns the values that leave the regression out, as the paper does. */
    static Regression paper() {
        return new Regression(
                WEIGHT.paper(),
                STUDENTS.wholePaper(),
                STUDENT_STEPS.wholePaper(),
                STUDENT_WIDTH.wholePaper(),
                IMAGES.wholePaper(),
                RIDGE.paper());
    }

    static Stream<Setting<SynthesisConfig>> settings() {
        return Stream.of(WEIGHT, STUDENTS, STUDENT_STEPS, STUDENT_WIDTH, IMAGES, RIDGE);
    }
}

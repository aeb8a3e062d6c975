package org.dwastudio.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.dwastudio.config.StageName;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.config.evaluation.EvaluationOptimizer;
import org.dwastudio.config.squeeze.SqueezeConfig;
import org.dwastudio.config.synthesis.Adjustment;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.parameter.ParametersViewModel;
import org.dwastudio.ui.recipe.RecipeViewModel;
import org.dwastudio.ui.workspace.Edits;
import org.dwastudio.ui.workspace.StageController;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Undo, redo and reset across the pages. */
class StudioEditsTest {
    private ScreenlessStudio studio;
    private ParametersViewModel parameters;
    private RecipeViewModel<EvaluationConfig, ?> students;
    private StageController stages;
    private Edits edits;

    @BeforeEach
    void open() throws IOException {
        studio = new ScreenlessStudio();
        parameters = studio.workspace.parameters();
        students = studio.studio.students().recipe();
        stages = studio.workspace.stages();
        edits = studio.workspace.edits();
    }

    @AfterEach
    void close() throws IOException {
        studio.close();
    }

    @Test
    void aRecipeIsUndoneAndRedoneOnItsPage() {
        stages.show(StageName.EVALUATION);
        students.valueOf(EvaluationConfig.BATCH_SIZE).set(17);

        edits.undo();
        assertThat(parameters.evaluationProperty().get()).isEqualTo(EvaluationConfig.paper());
        assertThat(students.valueOf(EvaluationConfig.BATCH_SIZE).get())
                .isEqualTo(EvaluationConfig.BATCH_SIZE.in(EvaluationConfig.paper()));
        assertThat(stages.shownProperty().get()).isEqualTo(StageName.EVALUATION);

        edits.redo();
        assertThat(students.valueOf(EvaluationConfig.BATCH_SIZE).get()).isEqualTo(17);
        assertThat(edits.cannotRedo().get()).isTrue();
    }

    @Test
    void whatThePageDoesNotShowIsUndoneOnThePageThatDoes() {
        parameters.valueOf(SynthesisConfig.ITERATIONS).set(40);
        stages.show(StageName.EVALUATION);
        students.valueOf(EvaluationConfig.BATCH_SIZE).set(17);

        edits.undo();
        assertThat(parameters.valueOf(SynthesisConfig.ITERATIONS).get()).isEqualTo(40);

        edits.undo();
        assertThat(parameters.valueOf(SynthesisConfig.ITERATIONS).get()).isEqualTo(300);
        assertThat(stages.shownProperty().get()).isEqualTo(StageName.SYNTHESIS);
    }

    @Test
    void theRelabelPageUndoesWhatItSharesWithTheStudents() {
        stages.show(StageName.RELABEL);
        students.valueOf(EvaluationConfig.EPOCHS).set(50);
        edits.undo();
        assertThat(stages.shownProperty().get()).isEqualTo(StageName.RELABEL);

        students.valueOf(EvaluationOptimizer.LEARNING_RATE).set(0.5);
        edits.undo();
        assertThat(stages.shownProperty().get()).isEqualTo(StageName.EVALUATION);
    }

    @Test
    void aSeedIsUndoneWhereverItIsSeen() {
        stages.show(StageName.SQUEEZE);
        parameters.seedProperty().set(7);

        edits.undo();

        assertThat(parameters.seedProperty().get()).isEqualTo(42);
        assertThat(stages.shownProperty().get()).isEqualTo(StageName.SQUEEZE);
    }

    @Test
    void aDragInARecipeIsOneChange() {
        stages.show(StageName.SQUEEZE);
        var teacher = studio.studio.squeezing().recipe();
        double before = teacher.valueOf(SqueezeConfig.EPOCHS).get();
        teacher.setInGesture(true);
        teacher.valueOf(SqueezeConfig.EPOCHS).set(30);
        teacher.valueOf(SqueezeConfig.EPOCHS).set(20);
        teacher.setInGesture(false);
        teacher.valueOf(SqueezeConfig.BATCH_SIZE).set(16);

        edits.undo();
        assertThat(teacher.valueOf(SqueezeConfig.EPOCHS).get()).isEqualTo(20);
        edits.undo();
        assertThat(teacher.valueOf(SqueezeConfig.EPOCHS).get()).isEqualTo(before);
    }

    @Test
    void aPresetOfStudentsIsUndoneWithItsName() {
        stages.show(StageName.EVALUATION);
        var before = students.presetProperty().get();
        students.choosePreset(students.kind().presets().get(2));

        edits.undo();

        assertThat(students.presetProperty().get()).isEqualTo(before);
        assertThat(students.changedCountBinding().get()).isZero();
    }

    @Test
    void theRecipeOfRunningStudentsStays() throws IOException {
        stages.show(StageName.EVALUATION);
        students.valueOf(EvaluationConfig.BATCH_SIZE).set(17);
        studio.studio.students().evaluation().evaluated().show(studio.runFolder("one", parameters.experiment()));
        stages.start();
        assertThat(stages.cannotResetBinding().get()).isTrue();

        edits.undo();

        assertThat(students.valueOf(EvaluationConfig.BATCH_SIZE).get()).isEqualTo(17);
        assertThat(studio.workspace.notices().shown()).extracting(Notice::key).contains("notice.busy.evaluation");
    }

    @Test
    void resetActsOnTheShownPage() {
        parameters.valueOf(SynthesisConfig.ITERATIONS).set(40);
        stages.show(StageName.EVALUATION);
        assertThat(stages.cannotResetBinding().get()).isTrue();
        students.valueOf(EvaluationConfig.BATCH_SIZE).set(17);
        assertThat(stages.cannotResetBinding().get()).isFalse();

        stages.resetSettings();

        assertThat(students.changedCountBinding().get()).isZero();
        assertThat(parameters.valueOf(SynthesisConfig.ITERATIONS).get()).isEqualTo(40);
    }

    @Test
    void aChoiceThatDiffersFromItsPresetIsMarkedLikeANumber() {
        var direction = parameters.choices().directionProperty();
        var optimizer = studio.studio.students().recipe().choices().optimizerProperty();
        var directionChanged = parameters.isChanged(direction);
        var optimizerChanged = students.isChanged(optimizer);
        assertThat(directionChanged.get()).isFalse();
        assertThat(optimizerChanged.get()).isFalse();

        direction.set(Adjustment.Direction.RANDOM);
        optimizer.set(EvaluationOptimizer.Kind.SGD);
        assertThat(directionChanged.get()).isTrue();
        assertThat(optimizerChanged.get()).isTrue();

        parameters.resetToPreset();
        students.resetToPreset();
        assertThat(directionChanged.get()).isFalse();
        assertThat(optimizerChanged.get()).isFalse();
    }
}

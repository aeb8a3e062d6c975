package org.dwastudio.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.ui.fake.FakeEvaluation;
import org.dwastudio.ui.stage.RunPhase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Tests of students without augmentation on the evaluation page. */
@ExtendWith(ApplicationExtension.class)
class StudioPlainStudentsTest {
    private static final int STUDENTS = 8;

    private TestStudio studio;

    @Start
    void open(Stage unused) {
        studio = new TestStudio();
        studio.window.show();
        studio.engine.finishLoading();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(studio::close);
    }

    @Test
    void studentsWithoutAugmentationHaveColumnsCurvesRowsAndTheirScore(FxRobot robot) throws IOException {
        studio.showRun(robot);
        robot.interact(() -> {
            studio.setRecipe(EvaluationConfig.STUDENTS, 1);
            studio.studio
                    .students()
                    .recipe()
                    .choices()
                    .withoutAugmentationProperty()
                    .set(true);
        });
        robot.push(KeyCode.F5);
        studio.advanceEvaluation(STUDENTS * FakeEvaluation.STEPS);
        studio.awaitEvaluation(RunPhase.IDLE);

        assertThat(studio.engine.evaluation().config().withoutAugmentation()).isTrue();
        assertThat(studio.labels(".queue-cell")).hasSize(STUDENTS);
        assertThat(studio.labels(".queue-heading")).contains("distilled, plain", "random real, plain");
        assertThat(studio.labels("#evaluation-plan"))
                .singleElement()
                .asString()
                .startsWith("8 students")
                .contains("2 of them are trained without augmentation.");
        assertThat(studio.labels("#result-table .label"))
                .containsSubsequence("distilled, plain", "soft", "100", "1 %", "1", "90.0");
        assertThat(studio.labels("#evaluation-scores .score-value"))
                .containsExactly("+10.0", "+10.0", "0.269", "0.291");
        assertThat(studio.evaluation().curves().accuracy().stream().filter(series -> !series.isFaint()))
                .hasSize(5);
    }
}

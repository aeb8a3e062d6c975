package org.dwastudio.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.StageName;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.config.squeeze.SqueezeConfig;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.ui.fake.FakeDatasets;
import org.dwastudio.ui.fake.FakeEvaluation;
import org.dwastudio.ui.fake.FakeSqueeze;
import org.dwastudio.ui.parameter.ParametersViewModel;
import org.dwastudio.ui.stage.RunPhase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Stages that follow each other in the window. */
@ExtendWith(ApplicationExtension.class)
class StudioSequenceTest {
    private static final int KINDS = 6;

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
    void oneStageAfterTheOther(FxRobot robot) throws IOException {
        studio.startStudents(robot, 1);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        robot.push(KeyCode.F5);

        assertThat(studio.engine.runs()).isEmpty();
        assertThat(studio.workspace.queue().lineProperty().get().waiting()).hasSize(1);
    }

    @Test
    void allStagesFollowEachOther(FxRobot robot) {
        askForLittle(robot);
        robot.push(KeyCode.SHIFT, KeyCode.F5);
        assertThat(studio.workspace.stages().shownProperty().get()).isEqualTo(StageName.SYNTHESIS);

        studio.engine.allow(3);
        studio.awaitEvaluation(RunPhase.RUNNING);
        assertThat(studio.workspace.stages().shownProperty().get()).isEqualTo(StageName.EVALUATION);
        assertThat(Optional.of(studio.engine.evaluation().folder()))
                .isEqualTo(studio.studio.synthesis().run().folderProperty().get());

        studio.advanceEvaluation(KINDS * FakeEvaluation.STEPS);
        studio.awaitEvaluation(RunPhase.IDLE);
        assertThat(studio.evaluation().resultsProperty().get()).isPresent();
    }

    @Test
    void aStageThatIsInProgressCanBeFollowedByThoseAfterIt(FxRobot robot) {
        askForLittle(robot);
        robot.push(KeyCode.F5);
        studio.awaitState(RunPhase.RUNNING);
        robot.push(KeyCode.SHIFT, KeyCode.F5);

        studio.engine.allow(3);
        studio.awaitEvaluation(RunPhase.RUNNING);
        studio.advanceEvaluation(KINDS * FakeEvaluation.STEPS);
        TestStudio.await(() -> !studio.engine.exports().isEmpty());
        assertThat(studio.engine.exports().get(0).target())
                .isEqualTo(studio.engine.evaluation().folder().resolve("report.html"));
    }

    @Test
    void aStoppedStageEndsTheSequence(FxRobot robot) {
        robot.push(KeyCode.SHIFT, KeyCode.F5);
        studio.advance(2);
        robot.push(KeyCode.F8);
        studio.awaitState(RunPhase.IDLE);
        studio.awaitNotice("notice.stopped");

        assertThat(studio.engine.evaluations()).isEmpty();
        assertThat(studio.workspace.stages().shownProperty().get()).isEqualTo(StageName.SYNTHESIS);
    }

    @Test
    void whereTheTeacherIsOfOtherImagesTheSequenceBeginsWithASqueeze(FxRobot robot) {
        Path images = studio.home.resolve("images");
        studio.engine.datasets().add(images, FakeDatasets.inColor("images", FakeDatasets.names(10), 32));
        robot.interact(() -> {
            ParametersViewModel parameters = studio.workspace.parameters();
            parameters.datasetProperty().set(new DatasetConfig(images.toString()));
            parameters.squeezeProperty().set(SqueezeConfig.paper().withEpochs(1));
        });
        TestStudio.await(() -> studio.workspace
                .teachers()
                .compatibility()
                .incompatibilityProperty()
                .get()
                .isPresent());

        robot.push(KeyCode.SHIFT, KeyCode.F5);
        assertThat(studio.workspace.stages().shownProperty().get()).isEqualTo(StageName.SQUEEZE);

        studio.engine.allow(FakeSqueeze.STEPS_PER_EPOCH);
        studio.awaitState(RunPhase.RUNNING);
        assertThat(studio.workspace.stages().shownProperty().get()).isEqualTo(StageName.SYNTHESIS);
        assertThat(studio.workspace.parameters().teacherProperty().get().weights())
                .isEqualTo(studio.engine
                        .squeeze()
                        .folder()
                        .resolve("best.safetensors")
                        .toString());
    }

    /** One column of three iterations, and one student of each kind. */
    private void askForLittle(FxRobot robot) {
        robot.interact(() -> {
            studio.workspace
                    .parameters()
                    .valueOf(SynthesisConfig.IMAGES_PER_CLASS)
                    .set(1);
            studio.workspace.parameters().valueOf(SynthesisConfig.ITERATIONS).set(3);
            studio.setRecipe(EvaluationConfig.STUDENTS, 1);
        });
    }
}

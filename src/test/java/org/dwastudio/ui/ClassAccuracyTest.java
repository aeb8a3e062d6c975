package org.dwastudio.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.dwastudio.config.StageName;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.ui.evaluation.StudentKind;
import org.dwastudio.ui.fake.FakeEvaluation;
import org.dwastudio.ui.stage.RunPhase;
import org.dwastudio.ui.synthesis.ClassSort;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Accuracies by which the rows of the image grid are sorted: those of the students of the shown run. */
class ClassAccuracyTest {
    private ScreenlessStudio studio;

    @BeforeEach
    void open() throws IOException {
        studio = new ScreenlessStudio();
        studio.workspace.parameters().valueOf(SynthesisConfig.IMAGES_PER_CLASS).set(1);
        studio.workspace.parameters().valueOf(SynthesisConfig.ITERATIONS).set(3);
    }

    @AfterEach
    void close() throws IOException {
        studio.close();
    }

    @Test
    void theAccuraciesOfTheStudentsComeAndGoWithTheRun() {
        studio.workspace
                .parameters()
                .evaluationProperty()
                .set(EvaluationConfig.STUDENTS.replacedIn(EvaluationConfig.paper(), 1));
        run(StageName.SYNTHESIS, 3);
        assertThat(accuracies()).isEmpty();

        run(StageName.EVALUATION, StudentKind.all().size() * FakeEvaluation.STEPS);
        assertThat(accuracies()).hasSize(10).containsOnly(0.8);

        studio.workspace.stages().start(StageName.SYNTHESIS);
        assertThat(accuracies()).isEmpty();
    }

    private void run(StageName stage, int steps) {
        studio.workspace.stages().start(stage);
        studio.engine.allow(steps);
        studio.await(() -> studio.workspace.stages().stateProperty().get() == RunPhase.IDLE);
    }

    private List<Double> accuracies() {
        return studio.studio
                .synthesis()
                .images()
                .classes()
                .figuresProperty(ClassSort.ACCURACY)
                .get();
    }
}

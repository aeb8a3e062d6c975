package org.dwastudio.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.run.history.InterruptedRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StageMarkerTest {
    private static final Experiment EXPERIMENT =
            SynthesisPresets.demonstration().withEvaluation(EvaluationConfig.modern());

    @TempDir
    private Path temp;

    private RunDirectory run;

    @BeforeEach
    void makeRun() throws IOException {
        run = RunDirectory.create(temp.resolve("run"));
    }

    @Test
    void whatAKilledProcessLeavesIsAnInterruptedStageWithItsRecipe() throws IOException {
        StageMarker.begin(run, StageName.EVALUATION, EXPERIMENT);

        InterruptedRun found = InterruptedRun.newestIn(temp).orElseThrow();
        assertThat(found.stage()).isEqualTo(StageName.EVALUATION);
        assertThat(found.folder()).isEqualTo(run.folder());
        assertThat(found.experiment().evaluation()).isEqualTo(EvaluationConfig.modern());
    }

    @Test
    void aStageThatEndedLeavesNothing() throws IOException {
        int answer = StageMarker.begin(run, StageName.RELABEL, EXPERIMENT).during(() -> 42);

        assertThat(answer).isEqualTo(42);
        assertThat(InterruptedRun.newestIn(temp)).isEmpty();
        assertThat(run.folder()).isEmptyDirectory();
    }

    @Test
    void whatSomebodyBrokeIsNotOffered() throws IOException {
        StageMarker.begin(run, StageName.RELABEL, EXPERIMENT);
        Files.writeString(run.folder().resolve("relabel-under-way.yaml"), "evaluation: 7\n");

        assertThat(InterruptedRun.in(run.folder())).isEmpty();
    }
}

package org.dwastudio.engine.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dwastudio.engine.standard.FaultyStages.COLUMN;
import static org.dwastudio.engine.standard.FaultyStages.atColumn;
import static org.dwastudio.engine.standard.FaultyStages.atStep;
import static org.dwastudio.engine.standard.FaultyStages.failing;
import static org.dwastudio.engine.standard.FaultyStages.move;
import static org.dwastudio.engine.standard.FaultyStages.table;
import static org.dwastudio.engine.standard.FaultyStages.teacher;

import java.nio.file.Path;
import org.dwastudio.run.RunFiles;
import org.dwastudio.stage.request.SqueezeRequest;
import org.dwastudio.stage.request.SynthesisRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A folder that vanishes in the middle of every stage: the stage ends with a message, the folder is not made again,
 * and resuming from the saved files gives the files of a run without a fault.
 */
@Timeout(120)
class VanishedFolderTest {
    private static final String VANISHED =
            ": vanished while it was being written to; choose another folder and start again";
    private static final int STEPS = 3 * COLUMN;

    @TempDir
    private Path folder;

    @RegisterExtension
    private final EngineScope scope = EngineScope.withCheckpointAtEveryStep();

    private Path run;
    private Path whole;

    private FaultyStages stages;

    @BeforeEach
    void trainATeacher() throws Exception {
        run = folder.resolve("run");
        // In another folder: an evaluation takes over the students on real images from neighboring runs.
        whole = folder.resolve("other/whole");
        stages = new FaultyStages(scope, folder);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aSqueezeWhoseFolderVanishesEndsAndTheFolderIsNotMadeAgain() throws Exception {
        failing(() -> stages.squeeze(run, atStep(5, this::takeAway))).hasMessage(run + VANISHED);

        assertThat(run).doesNotExist();
        bringBack();
        scope.run(SqueezeRequest.resumed(run));
        assertThat(teacher(run)).isEqualTo(teacher(folder.resolve("squeeze")));
    }

    @ParameterizedTest
    @DisabledOnOs(OS.WINDOWS)
    @ValueSource(ints = {2, COLUMN, COLUMN + 2, STEPS})
    void aSynthesisWhoseFolderVanishesEndsAndTheFolderIsNotMadeAgain(int step) throws Exception {
        stages.synthesize(whole, event -> {});

        failing(() -> stages.synthesize(run, atStep(step, this::takeAway))).hasMessage(run + VANISHED);

        assertThat(run).doesNotExist();
        bringBack();
        scope.run(SynthesisRequest.resumed(run));
        assertThat(RunFiles.of(run)).isEqualTo(RunFiles.of(whole));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void relabelWhoseFolderVanishesEndsAndTheFolderIsNotMadeAgain() throws Exception {
        stages.synthesize(run, event -> {});
        RunFiles.copy(run, whole);
        stages.relabel(whole, event -> {});

        failing(() -> stages.relabel(run, atColumn(2, this::takeAway))).hasMessage(run + VANISHED);

        assertThat(run).doesNotExist();
        bringBack();
        stages.relabel(run, event -> {});
        assertThat(RunFiles.of(run)).isEqualTo(RunFiles.of(whole));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void anEvaluationWhoseFolderVanishesEndsAndTheFolderIsNotMadeAgain() throws Exception {
        stages.synthesize(run, event -> {});
        RunFiles.copy(run, whole);
        stages.evaluate(whole, event -> {});

        failing(() -> stages.evaluate(run, atColumn(1, this::takeAway)))
                .hasMessageStartingWith(run.resolve("evaluation").toString())
                .hasMessageEndingWith(VANISHED);

        assertThat(run).doesNotExist();
        bringBack();
        stages.evaluate(run, event -> {});
        assertThat(table(run)).isEqualTo(table(whole));
    }

    private void takeAway() {
        move(run, folder.resolve("elsewhere"));
    }

    private void bringBack() {
        move(folder.resolve("elsewhere"), run);
    }
}

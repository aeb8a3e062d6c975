package org.dwastudio.engine.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dwastudio.engine.standard.FaultyStages.COLUMN;
import static org.dwastudio.engine.standard.FaultyStages.atColumn;
import static org.dwastudio.engine.standard.FaultyStages.atStep;
import static org.dwastudio.engine.standard.FaultyStages.child;
import static org.dwastudio.engine.standard.FaultyStages.failing;
import static org.dwastudio.engine.standard.FaultyStages.table;
import static org.dwastudio.engine.standard.FaultyStages.teacher;

import java.nio.file.Path;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.file.FullDisk;
import org.dwastudio.run.RunFiles;
import org.dwastudio.stage.evaluation.result.StudentTask;
import org.dwastudio.stage.request.SqueezeRequest;
import org.dwastudio.stage.request.SynthesisRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A disk that fills up in the middle of every stage: the stage ends with a message, what is saved is whole, and going
 * on from it ends in the files of a run that met no fault.
 */
@Timeout(120)
class DiskFaultsTest {
    private static final String FULL = ": the disk is full; free some space or choose a folder on another disk";

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
    @EnabledOnOs(OS.LINUX)
    void aSqueezeOnAFullDiskResumesFromTheCheckpointBefore() throws Exception {
        failing(() -> stages.squeeze(
                        run, atStep(5, () -> FullDisk.before(run.resolve("checkpoints/epoch-00002.safetensors")))))
                .hasMessage(run + FULL
                        + ". The checkpoint after epoch 1 is intact: the squeeze can be resumed from there.");

        scope.run(SqueezeRequest.resumed(run));
        assertThat(teacher(run)).isEqualTo(teacher(folder.resolve("squeeze")));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aSqueezeThatCannotKeepItsTeacherResumesToIt() throws Exception {
        failing(() -> stages.squeeze(run, atStep(9, () -> FullDisk.before(run.resolve("teacher.safetensors")))))
                .hasMessage(run + FULL
                        + ". The checkpoint after epoch 3 is intact: the squeeze can be resumed from there.");

        scope.run(SqueezeRequest.resumed(run));
        assertThat(teacher(run)).isEqualTo(teacher(folder.resolve("squeeze")));
    }

    @ParameterizedTest
    @EnabledOnOs(OS.LINUX)
    @ValueSource(
            strings = {"images/03_3/01.png", "synthesis-checkpoints/step-000000020.safetensors", "contact-sheet.png"})
    void aSynthesisOnAFullDiskResumesFromTheCheckpointBefore(String file) throws Exception {
        stages.synthesize(whole, event -> {});

        failing(() -> stages.synthesize(run, atStep(COLUMN + 2, () -> FullDisk.before(run.resolve(file)))))
                .hasMessageStartingWith(run + FULL + ". The checkpoint after step ")
                .hasMessageEndingWith(" is intact: the synthesis can be resumed from there.");

        assertThat(run.resolve("run.log")).content().doesNotContain("synthesis finished");
        scope.run(SynthesisRequest.resumed(run));
        assertThat(RunFiles.of(run)).isEqualTo(RunFiles.of(whole));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void relabelOnAFullDiskResumesFromTheEpochsThatAreWhole() throws Exception {
        stages.synthesize(run, event -> {});
        RunFiles.copy(run, whole);
        stages.relabel(whole, event -> {});

        failing(() -> stages.relabel(
                        run,
                        atColumn(
                                2,
                                () -> FullDisk.before(
                                        child(run.resolve("soft-labels")).resolve("epoch-00002.safetensors")))))
                .hasMessage(run + FULL + ". The soft labels of 2 epochs are intact: relabel resumes from there.");

        stages.relabel(run, event -> {});
        assertThat(RunFiles.of(run)).isEqualTo(RunFiles.of(whole));
    }

    @ParameterizedTest
    @EnabledOnOs(OS.LINUX)
    @ValueSource(strings = {"students/%s.json", "checkpoints/%s/step-000000006.safetensors", "evaluation.csv"})
    void anEvaluationOnAFullDiskResumesWithTheStudentInProgress(String file) throws Exception {
        stages.synthesize(run, event -> {});
        RunFiles.copy(run, whole);
        stages.evaluate(whole, event -> {});
        String second = StudentTask.all(EvaluationConfig.modern()).get(1).key();

        failing(() -> stages.evaluate(
                        run,
                        atColumn(
                                1,
                                () -> FullDisk.before(
                                        child(run.resolve("evaluation")).resolve(file.formatted(second))))))
                .hasMessage(child(run.resolve("evaluation")) + FULL
                        + ". Finished students and the last checkpoint of the student in training are intact:"
                        + " evaluate resumes from there.");

        stages.evaluate(run, event -> {});
        assertThat(table(run)).isEqualTo(table(whole));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aReportOnAFullDiskLeavesNothing() throws Exception {
        stages.synthesize(run, event -> {});
        Path target = folder.resolve("report.html");
        FullDisk.before(target);

        failing(() -> stages.report(run, target)).hasMessage(target + FULL);
        assertThat(target).doesNotExist();

        assertThat(stages.report(run, target)).isEqualTo(30);
    }
}

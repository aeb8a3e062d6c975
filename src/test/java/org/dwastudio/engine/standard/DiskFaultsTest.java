package org.dwastudio.engine.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.TeacherConfig;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.config.evaluation.Measuring;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.network.TrainedNetwork;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.config.setting.Parameter;
import org.dwastudio.config.squeeze.SqueezeConfig;
import org.dwastudio.data.TinyDigits;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.RunListener;
import org.dwastudio.file.FullDisk;
import org.dwastudio.run.RunFiles;
import org.dwastudio.stage.evaluation.result.StudentTask;
import org.dwastudio.stage.export.format.ExportFormat;
import org.dwastudio.stage.export.format.ExportRequest;
import org.dwastudio.stage.export.format.ImageEncoding;
import org.dwastudio.stage.request.EvaluationRequest;
import org.dwastudio.stage.request.RelabelRequest;
import org.dwastudio.stage.request.SqueezeRequest;
import org.dwastudio.stage.request.SynthesisRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A disk that fills up, and a folder that vanishes, in the middle of every stage: the stage ends in words, what is saved is
 * whole, and going on from it ends in the files of a run that met no fault.
 */
@Timeout(120)
class DiskFaultsTest {
    private static final String FULL = ": the disk is full; free some space or choose a folder on another disk";
    private static final String VANISHED =
            ": vanished while it was being written to; choose another folder and start again";
    private static final int COLUMN = 2 * 6;
    private static final int STEPS = 3 * COLUMN;

    @TempDir
    private Path folder;

    @RegisterExtension
    private final EngineScope scope = EngineScope.withCheckpointAtEveryStep();

    private Experiment experiment;
    private Path run;
    private Path whole;

    @BeforeEach
    void trainATeacher() throws Exception {
        run = folder.resolve("run");
        // Not beside it: an evaluation takes the students on real images from the runs beside its own.
        whole = folder.resolve("other/whole");
        experiment = SynthesisPresets.demonstration()
                .withDataset(new DatasetConfig(
                        TinyDigits.write(folder.resolve("digits"), 60, 20).toString()))
                .withSqueeze(SqueezeConfig.paper()
                        .withNetwork(
                                network -> network.withArchitecture("convnet").withWidth(8))
                        .withEpochs(3)
                        .withBatchSize(20))
                .withSynthesis(SynthesisPresets.demonstration()
                        .synthesis()
                        .withImagesPerClass(3)
                        .withIterations(6)
                        .withAdjustment(adjustment -> adjustment.withAscentSteps(1))
                        .withBatchSize(6))
                .withEvaluation(recipe());
        squeeze(folder.resolve("squeeze"), event -> {});
        experiment = experiment.withTeacher(
                new TeacherConfig(folder.resolve("squeeze/teacher.safetensors").toString(), Optional.empty()));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aSqueezeOnAFullDiskGoesOnFromTheCheckpointBefore() throws Exception {
        failing(() -> squeeze(
                        run, atStep(5, () -> FullDisk.before(run.resolve("checkpoints/epoch-00002.safetensors")))))
                .hasMessage(run + FULL
                        + ". The checkpoint after epoch 1 is intact: the squeeze can be resumed from there.");

        scope.run(SqueezeRequest.resumed(run));
        assertThat(teacher(run)).isEqualTo(teacher(folder.resolve("squeeze")));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aSqueezeThatCannotKeepItsTeacherGoesOnToIt() throws Exception {
        failing(() -> squeeze(run, atStep(9, () -> FullDisk.before(run.resolve("teacher.safetensors")))))
                .hasMessage(run + FULL
                        + ". The checkpoint after epoch 3 is intact: the squeeze can be resumed from there.");

        scope.run(SqueezeRequest.resumed(run));
        assertThat(teacher(run)).isEqualTo(teacher(folder.resolve("squeeze")));
    }

    @ParameterizedTest
    @EnabledOnOs(OS.LINUX)
    @ValueSource(
            strings = {"images/03_3/01.png", "synthesis-checkpoints/step-000000020.safetensors", "contact-sheet.png"})
    void aSynthesisOnAFullDiskGoesOnFromTheCheckpointBefore(String file) throws Exception {
        synthesize(whole, event -> {});

        failing(() -> synthesize(run, atStep(COLUMN + 2, () -> FullDisk.before(run.resolve(file)))))
                .hasMessageStartingWith(run + FULL + ". The checkpoint after step ")
                .hasMessageEndingWith(" is intact: the synthesis can be resumed from there.");

        assertThat(run.resolve("run.log")).content().doesNotContain("synthesis finished");
        scope.run(SynthesisRequest.resumed(run));
        assertThat(RunFiles.of(run)).isEqualTo(RunFiles.of(whole));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void relabelOnAFullDiskGoesOnFromTheEpochsThatAreWhole() throws Exception {
        synthesize(run, event -> {});
        RunFiles.copy(run, whole);
        relabel(whole, event -> {});

        failing(() -> relabel(
                        run,
                        atColumn(
                                2,
                                () -> FullDisk.before(
                                        child(run.resolve("soft-labels")).resolve("epoch-00002.safetensors")))))
                .hasMessage(run + FULL + ". The soft labels of 2 epochs are intact: relabel resumes from there.");

        relabel(run, event -> {});
        assertThat(RunFiles.of(run)).isEqualTo(RunFiles.of(whole));
    }

    @ParameterizedTest
    @EnabledOnOs(OS.LINUX)
    @ValueSource(strings = {"students/%s.json", "checkpoints/%s/step-000000006.safetensors", "evaluation.csv"})
    void anEvaluationOnAFullDiskGoesOnWithTheStudentUnderWay(String file) throws Exception {
        synthesize(run, event -> {});
        RunFiles.copy(run, whole);
        evaluate(whole, event -> {});
        String second = StudentTask.all(EvaluationConfig.modern()).get(1).key();

        failing(() -> evaluate(
                        run,
                        atColumn(
                                1,
                                () -> FullDisk.before(
                                        child(run.resolve("evaluation")).resolve(file.formatted(second))))))
                .hasMessage(child(run.resolve("evaluation")) + FULL
                        + ". Finished students and the last checkpoint of the student in training are intact:"
                        + " evaluate resumes from there.");

        evaluate(run, event -> {});
        assertThat(table(run)).isEqualTo(table(whole));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aReportOnAFullDiskLeavesNothing() throws Exception {
        synthesize(run, event -> {});
        Path target = folder.resolve("report.html");
        FullDisk.before(target);

        failing(() -> report(target)).hasMessage(target + FULL);
        assertThat(target).doesNotExist();

        assertThat(report(target)).isEqualTo(30);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aSqueezeWhoseFolderVanishesEndsAndTheFolderIsNotMadeAgain() throws Exception {
        failing(() -> squeeze(run, atStep(5, this::takeAway))).hasMessage(run + VANISHED);

        assertThat(run).doesNotExist();
        bringBack();
        scope.run(SqueezeRequest.resumed(run));
        assertThat(teacher(run)).isEqualTo(teacher(folder.resolve("squeeze")));
    }

    @ParameterizedTest
    @DisabledOnOs(OS.WINDOWS)
    @ValueSource(ints = {2, COLUMN, COLUMN + 2, STEPS})
    void aSynthesisWhoseFolderVanishesEndsAndTheFolderIsNotMadeAgain(int step) throws Exception {
        synthesize(whole, event -> {});

        failing(() -> synthesize(run, atStep(step, this::takeAway))).hasMessage(run + VANISHED);

        assertThat(run).doesNotExist();
        bringBack();
        scope.run(SynthesisRequest.resumed(run));
        assertThat(RunFiles.of(run)).isEqualTo(RunFiles.of(whole));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void relabelWhoseFolderVanishesEndsAndTheFolderIsNotMadeAgain() throws Exception {
        synthesize(run, event -> {});
        RunFiles.copy(run, whole);
        relabel(whole, event -> {});

        failing(() -> relabel(run, atColumn(2, this::takeAway))).hasMessage(run + VANISHED);

        assertThat(run).doesNotExist();
        bringBack();
        relabel(run, event -> {});
        assertThat(RunFiles.of(run)).isEqualTo(RunFiles.of(whole));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void anEvaluationWhoseFolderVanishesEndsAndTheFolderIsNotMadeAgain() throws Exception {
        synthesize(run, event -> {});
        RunFiles.copy(run, whole);
        evaluate(whole, event -> {});

        failing(() -> evaluate(run, atColumn(1, this::takeAway)))
                .hasMessageStartingWith(run.resolve("evaluation").toString())
                .hasMessageEndingWith(VANISHED);

        assertThat(run).doesNotExist();
        bringBack();
        evaluate(run, event -> {});
        assertThat(table(run)).isEqualTo(table(whole));
    }

    private static EvaluationConfig recipe() {
        EvaluationConfig config =
                EvaluationConfig.modern().withNetwork(new TrainedNetwork("convnet", 8, NetworkConfig.Stem.SMALL));
        for (Map.Entry<Parameter<EvaluationConfig>, Integer> one : Map.of(
                        EvaluationConfig.EPOCHS, 4,
                        EvaluationConfig.BATCH_SIZE, 10,
                        EvaluationConfig.STUDENTS, 1,
                        Measuring.MEASUREMENTS, 2)
                .entrySet()) {
            config = one.getKey().replacedIn(config, one.getValue());
        }
        return config;
    }

    private void squeeze(Path target, RunListener listener) throws Exception {
        scope.run(SqueezeRequest.fresh(experiment, target), listener);
    }

    private void synthesize(Path target, RunListener listener) throws Exception {
        scope.run(SynthesisRequest.fresh(experiment, target), listener);
    }

    private void relabel(Path target, RunListener listener) throws Exception {
        scope.run(RelabelRequest.of(target, experiment), listener);
    }

    private void evaluate(Path target, RunListener listener) throws Exception {
        scope.run(EvaluationRequest.of(target, experiment), listener);
    }

    private int report(Path target) throws Exception {
        return scope.engine()
                .results()
                .export(new ExportRequest(run, ExportFormat.REPORT, ImageEncoding.PNG, target))
                .get();
    }

    private static AbstractThrowableAssert<?, ?> failing(ThrowingCallable stage) {
        return assertThatThrownBy(stage).isInstanceOf(ExecutionException.class).cause();
    }

    private static RunListener atStep(long step, Runnable fault) {
        return once(fault, progress -> progress.step() == step);
    }

    private static RunListener atColumn(int column, Runnable fault) {
        return once(fault, progress -> progress.column() == column && progress.iteration() == 2);
    }

    private static RunListener once(Runnable fault, Predicate<RunEvent.Progress> moment) {
        return event -> {
            if (event instanceof RunEvent.Progress progress && moment.test(progress)) {
                fault.run();
            }
        };
    }

    private void takeAway() {
        move(run, folder.resolve("elsewhere"));
    }

    private void bringBack() {
        move(folder.resolve("elsewhere"), run);
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path child(Path parent) {
        try (Stream<Path> children = Files.list(parent)) {
            return children.findFirst().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> teacher(Path run) throws IOException {
        assertThat(run.resolve("checkpoints")).doesNotExist();
        Map<String, String> files = RunFiles.of(run);
        // The experiments name different teachers, as the first squeeze had none yet.
        files.keySet().retainAll(List.of("teacher.safetensors", "metrics.csv"));
        return files;
    }

    /** The table without the seconds. */
    private static List<String> table(Path run) throws IOException {
        return Files.readAllLines(child(run.resolve("evaluation")).resolve("evaluation.csv")).stream()
                .map(line -> line.replaceAll("^((?:[^,]*,){9})[^,]*,", "$1"))
                .toList();
    }
}

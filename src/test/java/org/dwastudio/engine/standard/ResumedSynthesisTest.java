package org.dwastudio.engine.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.TeacherConfig;
import org.dwastudio.config.TuningChange;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.config.squeeze.SqueezeConfig;
import org.dwastudio.config.synthesis.Adjustment;
import org.dwastudio.config.synthesis.Augmentation;
import org.dwastudio.config.synthesis.Execution;
import org.dwastudio.config.synthesis.SynthesisOptimizer;
import org.dwastudio.data.TinyDigits;
import org.dwastudio.event.ColumnState;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.RunListener;
import org.dwastudio.run.RunFiles;
import org.dwastudio.stage.StageRun;
import org.dwastudio.stage.request.SqueezeRequest;
import org.dwastudio.stage.request.SynthesisOutcome;
import org.dwastudio.stage.request.SynthesisRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A synthesis that was ended in the middle and gone on with is the one that was not. */
@Timeout(120)
class ResumedSynthesisTest {
    private static final int STEPS = 3 * 2 * 6;

    @TempDir
    private Path folder;

    @RegisterExtension
    private final EngineScope scope = EngineScope.withCheckpointAtEveryStep();

    private Path teacher;

    @BeforeEach
    void trainATeacher() throws Exception {
        TinyDigits.write(folder.resolve("digits"), 60, 20);
        teacher = scope.run(SqueezeRequest.fresh(recipe(), folder.resolve("squeeze")))
                .teacher();
    }

    @ParameterizedTest
    @EnumSource(Execution.Order.class)
    void whatAKillLeavesAtAnyStepGoesOnToTheSameFiles(Execution.Order order) throws Exception {
        Path whole = folder.resolve("whole");
        Set<Long> moments = Set.of(1L, 6L, 7L, 13L, 35L);
        startAndCopy(experiment(order), whole, moments);

        assertThat(whole.resolve("synthesis-checkpoints")).doesNotExist();
        assertThat(Files.readString(whole.resolve("metrics.csv"))).contains("vendi_score", "real_vendi_score");
        for (long moment : moments) {
            Path killed = folder.resolve("killed-" + moment);
            assertThat(resume(killed, event -> {}).cancelled()).isFalse();
            assertThat(RunFiles.of(killed)).as("killed after step " + moment).isEqualTo(RunFiles.of(whole));
            assertThat(killed.resolve("run.log"))
                    .content()
                    .contains(moment == 1 ? "resumed from the beginning" : "resumed after step " + (moment - 1))
                    .endsWith("synthesis finished\n");
        }
    }

    @Test
    void inHalfPrecisionTheLossScaleGoesOnToo() throws Exception {
        Experiment plain = experiment(Execution.Order.ALL_AT_ONCE);
        Experiment experiment = plain.withSynthesis(plain.synthesis()
                .withExecution(execution -> execution.withPrecision(Execution.Precision.HALF))
                .withAlignment(alignment -> alignment.withBatchNormWeight(10).withVarianceWeight(100)));
        Path whole = folder.resolve("whole");
        Set<Long> moments = Set.of(7L, 13L, 20L);
        startAndCopy(experiment, whole, moments);

        assertThat(Files.readString(whole.resolve("metrics.csv")))
                .contains("synthesis,loss_scale,0,0,0,65536.0", "synthesis,skipped_steps,0,0,0,1.0")
                .contains("synthesis,loss_scale,0,1,1,32768.0");
        for (long moment : moments) {
            Path killed = folder.resolve("killed-" + moment);
            resume(killed, event -> {});
            assertThat(RunFiles.of(killed)).as("killed after step " + moment).isEqualTo(RunFiles.of(whole));
        }
    }

    @ParameterizedTest
    @EnumSource(Execution.Order.class)
    void studentsOfAFeatureRegressionGoOnToo(Execution.Order order) throws Exception {
        Experiment plain = experiment(order);
        Experiment experiment = plain.withSynthesis(plain.synthesis().withRegression(regression -> regression
                .withWeight(10)
                .withStudents(2)
                .withStudentSteps(3)
                .withStudentWidth(4)
                .withImages(3)));
        Path whole = folder.resolve("whole");
        Set<Long> moments = Set.of(1L, 4L, 20L);
        startAndCopy(experiment, whole, moments);

        assertThat(Files.readString(whole.resolve("metrics.csv"))).contains("synthesis,feature_regression,0,0,0,");
        for (long moment : moments) {
            Path killed = folder.resolve("killed-" + moment);
            resume(killed, event -> {});
            assertThat(RunFiles.of(killed)).as("killed after step " + moment).isEqualTo(RunFiles.of(whole));
        }
    }

    /** Leaves a copy of the run folder as it is after each of the steps, as a kill would. */
    private void startAndCopy(Experiment experiment, Path whole, Set<Long> moments) throws Exception {
        start(experiment, whole, event -> {
            if (event instanceof RunEvent.Progress progress && moments.contains(progress.step())) {
                RunFiles.copy(whole, folder.resolve("killed-" + progress.step()));
            }
        });
    }

    @Test
    void aStoppedRunGoesOnToTheSameFilesAndTellsItsPastAgain() throws Exception {
        Experiment experiment = experiment(Execution.Order.COLUMN_BY_COLUMN);
        start(experiment, folder.resolve("whole"), event -> {});
        Path stopped = folder.resolve("stopped");
        stopAfter(20, experiment, stopped);

        List<RunEvent> told = new ArrayList<>();
        resume(stopped, told::add);

        assertThat(RunFiles.of(stopped)).isEqualTo(RunFiles.of(folder.resolve("whole")));
        assertThat(told)
                .filteredOn(RunEvent.LossMeasured.class::isInstance)
                .extracting(event -> ((RunEvent.LossMeasured) event).step())
                .hasSize(STEPS)
                .isSorted();
        assertThat(told)
                .filteredOn(event ->
                        event instanceof RunEvent.ImagesChanged changed && changed.state() == ColumnState.FINISHED)
                .hasSize(3 * 2);
        assertThat(told)
                .filteredOn(RunEvent.TuningChanged.class::isInstance)
                .extracting(event -> ((RunEvent.TuningChanged) event).change())
                .isEqualTo(experiment.tuning());
        assertThat(told.get(0)).isInstanceOf(RunEvent.StageStarted.class);
    }

    @Test
    void aBrokenCheckpointIsPassedOverForTheOneBeforeAndTwoAreRefused() throws Exception {
        Experiment experiment = experiment(Execution.Order.ALL_AT_ONCE);
        start(experiment, folder.resolve("whole"), event -> {});
        Path stopped = folder.resolve("stopped");
        stopAfter(20, experiment, stopped);
        RunFiles.copy(stopped, folder.resolve("cut"));
        List<Path> checkpoints = checkpoints(stopped);
        assertThat(checkpoints).hasSize(2);
        flipABit(checkpoints.get(1));
        byte[] bytes = Files.readAllBytes(checkpoints(folder.resolve("cut")).get(1));
        Files.write(checkpoints(folder.resolve("cut")).get(1), Arrays.copyOf(bytes, bytes.length / 2));

        for (String one : List.of("stopped", "cut")) {
            resume(folder.resolve(one), event -> {});
            assertThat(folder.resolve(one).resolve("run.log"))
                    .content()
                    .contains("resumed after step 19 ")
                    .contains("passed over: ")
                    .contains(checkpoints.get(1).getFileName().toString());
            assertThat(RunFiles.of(folder.resolve(one))).isEqualTo(RunFiles.of(folder.resolve("whole")));
        }

        Path lost = folder.resolve("lost");
        stopAfter(3, experiment, lost);
        List<Path> broken = checkpoints(lost);
        for (Path checkpoint : broken) {
            flipABit(checkpoint);
        }
        assertThatThrownBy(() -> resume(lost, event -> {}))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .hasMessageContaining("No checkpoint in ")
                .hasMessageContaining("Please delete these files, so that the synthesis begins anew, or start it again"
                        + " in a new folder.");

        for (Path checkpoint : broken) {
            Files.delete(checkpoint);
        }
        resume(lost, event -> {});
        assertThat(RunFiles.of(lost)).isEqualTo(RunFiles.of(folder.resolve("whole")));
    }

    @Test
    void whatWasChangedSinceIsRefusedInWords() throws Exception {
        Path stopped = folder.resolve("stopped");
        stopAfter(20, experiment(Execution.Order.COLUMN_BY_COLUMN), stopped);

        Path experiment = stopped.resolve("experiment.yaml");
        String text = Files.readString(experiment);
        Files.writeString(experiment, text.replace("ascentSteps: 1", "ascentSteps: 2"));
        assertThatThrownBy(() -> resume(stopped, event -> {}))
                .cause()
                .hasMessageContaining("it says 'ascentSteps: 2' where it said 'ascentSteps: 1'");
        Files.writeString(experiment, text);

        String facts = Files.readString(stopped.resolve("run.yaml"));
        Files.writeString(
                stopped.resolve("run.yaml"),
                facts.replaceFirst("teacherFingerprint: \"[^\"]*\"", "teacherFingerprint: \"0\""));
        assertThatThrownBy(() -> resume(stopped, event -> {}))
                .cause()
                .hasMessageContaining("is not the one that this synthesis began with")
                .hasMessageContaining("it was 0");
        Files.writeString(stopped.resolve("run.yaml"), facts.replace("format: \"1\"", "format: \"2\""));
        assertThatThrownBy(() -> resume(stopped, event -> {}))
                .cause()
                .hasMessageContaining("was written by a newer version of this program (9.9;");
        Files.writeString(stopped.resolve("run.yaml"), facts);

        Path image;
        try (Stream<Path> images = Files.walk(stopped.resolve("images"))) {
            image =
                    images.filter(file -> file.endsWith("00.png")).findFirst().orElseThrow();
        }
        Files.delete(image);
        assertThatThrownBy(() -> resume(stopped, event -> {}))
                .cause()
                .hasMessageContaining("in column 0 is missing, though it was finished");
    }

    @Test
    void aFinishedSynthesisAndTheFolderOfASqueezeAreRefusedInWords() throws Exception {
        Path finished = folder.resolve("finished");
        start(experiment(Execution.Order.COLUMN_BY_COLUMN), finished, event -> {});

        assertThatThrownBy(() -> resume(finished, event -> {}))
                .cause()
                .hasMessageContaining("this synthesis is finished");
        Files.delete(finished.resolve("contact-sheet.png"));
        Files.createDirectory(finished.resolve("checkpoints"));
        assertThatThrownBy(() -> resume(finished, event -> {}))
                .cause()
                .hasMessageContaining("holds no synthesis that could be resumed");
    }

    @Test
    void whereNoCheckpointCanBeWrittenTheRunEndsAndTheLastOneServes() throws Exception {
        Experiment experiment = experiment(Execution.Order.COLUMN_BY_COLUMN);
        start(experiment, folder.resolve("whole"), event -> {});
        Path run = folder.resolve("run");
        // A folder in the place of the next checkpoint: writing it fails, whoever runs the test.
        assertThatThrownBy(() -> start(experiment, run, event -> {
                    if (event instanceof RunEvent.Progress progress && progress.step() == 20) {
                        occupy(run.resolve("synthesis-checkpoints/step-000000020.safetensors"));
                    }
                }))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .hasMessageContaining(run + ": cannot be written")
                .hasMessageEndingWith(
                        "The checkpoint after step 19 is intact: the synthesis can be resumed from there.");

        Files.delete(run.resolve("synthesis-checkpoints/step-000000020.safetensors/stone"));
        Files.delete(run.resolve("synthesis-checkpoints/step-000000020.safetensors"));
        resume(run, event -> {});
        assertThat(RunFiles.of(run)).isEqualTo(RunFiles.of(folder.resolve("whole")));
    }

    @Test
    void aFolderThatVanishesEndsTheRunInWords() throws Exception {
        Path run = folder.resolve("run");

        assertThatThrownBy(() -> start(experiment(Execution.Order.COLUMN_BY_COLUMN), run, event -> {
                    if (event instanceof RunEvent.Progress progress && progress.step() == 20) {
                        move(run, folder.resolve("elsewhere"));
                    }
                }))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .hasMessageStartingWith(run + ": ");

        assertThat(resume(folder.resolve("elsewhere"), event -> {}).cancelled()).isFalse();
    }

    @Test
    void aSecondRunOnTheFolderIsRefusedInWords() throws Exception {
        Path held = folder.resolve("held");
        CompletableFuture<Throwable> refused = new CompletableFuture<>();
        try (StandardEngine other = new StandardEngine("9.9")) {
            start(experiment(Execution.Order.COLUMN_BY_COLUMN), held, event -> {
                if (event instanceof RunEvent.Progress progress && progress.step() == 3) {
                    other.start(SynthesisRequest.resumed(held), second -> {})
                            .outcome()
                            .whenComplete((outcome, failure) -> refused.complete(failure))
                            .exceptionally(failure -> null)
                            .join();
                }
            });
        }

        assertThat(refused.get()).hasMessageContaining(held + ": is being written to by another run");
    }

    private Experiment recipe() {
        return SynthesisPresets.demonstration()
                .withDataset(new DatasetConfig(folder.resolve("digits").toString()))
                .withSqueeze(SqueezeConfig.paper()
                        .withNetwork(
                                network -> network.withArchitecture("convnet").withWidth(8))
                        .withEpochs(1)
                        .withBatchSize(20));
    }

    private Experiment experiment(Execution.Order order) {
        return recipe().withTeacher(new TeacherConfig(teacher.toString(), Optional.empty()))
                .withSynthesis(SynthesisPresets.demonstration()
                        .synthesis()
                        .withImagesPerClass(3)
                        .withIterations(6)
                        .withAdjustment(adjustment -> adjustment.withAscentSteps(1))
                        .withBatchSize(6)
                        .withExecution(execution -> execution.withOrder(order)))
                .withTuning(
                        order == Execution.Order.COLUMN_BY_COLUMN
                                ? List.of(
                                        new TuningChange(0, 8, SynthesisOptimizer.LEARNING_RATE, 0.25, 0.05),
                                        new TuningChange(1, 0, Adjustment.RHO, 0.015, 0.2),
                                        new TuningChange(2, 3, Augmentation.JITTER, 4, 1))
                                : List.of(
                                        new TuningChange(0, 1, SynthesisOptimizer.LEARNING_RATE, 0.25, 0.05),
                                        new TuningChange(0, 7, Augmentation.JITTER, 4, 1)));
    }

    private SynthesisOutcome start(Experiment experiment, Path target, RunListener listener) throws Exception {
        return scope.run(SynthesisRequest.fresh(experiment, target), listener);
    }

    private void stopAfter(long steps, Experiment experiment, Path target) throws Exception {
        CompletableFuture<StageRun<SynthesisOutcome>> started = new CompletableFuture<>();
        started.complete(scope.engine().start(SynthesisRequest.fresh(experiment, target), event -> {
            if (event instanceof RunEvent.Progress progress && progress.step() == steps) {
                started.join().control().cancel();
            }
        }));
        assertThat(started.join().outcome().get().cancelled()).isTrue();
    }

    private SynthesisOutcome resume(Path run, RunListener listener) throws Exception {
        return scope.run(SynthesisRequest.resumed(run), listener);
    }

    private static List<Path> checkpoints(Path run) throws IOException {
        try (Stream<Path> files = Files.list(run.resolve("synthesis-checkpoints"))) {
            return files.sorted().toList();
        }
    }

    private static void occupy(Path file) {
        try {
            Files.createDirectories(file);
            Files.writeString(file.resolve("stone"), "x");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void move(Path run, Path target) {
        try {
            Files.move(run, target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void flipABit(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 9] ^= 1;
        Files.write(file, bytes);
    }
}

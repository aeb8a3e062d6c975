package org.dwastudio.engine.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.TeacherConfig;
import org.dwastudio.config.TuningChange;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.config.synthesis.Adjustment;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.config.synthesis.SynthesisOptimizer;
import org.dwastudio.config.yaml.ExperimentReader;
import org.dwastudio.data.check.DatasetReport;
import org.dwastudio.engine.ClassProbability;
import org.dwastudio.engine.DatasetSummary;
import org.dwastudio.engine.TeacherSummary;
import org.dwastudio.event.ColumnState;
import org.dwastudio.event.ProgressListener;
import org.dwastudio.event.RunEvent;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.stage.StageRun;
import org.dwastudio.stage.export.format.ExportFormat;
import org.dwastudio.stage.export.format.ExportRequest;
import org.dwastudio.stage.export.format.ImageEncoding;
import org.dwastudio.stage.request.SynthesisOutcome;
import org.dwastudio.stage.request.SynthesisRequest;
import org.dwastudio.task.CancellationSource;
import org.dwastudio.task.CancellationToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class StandardEngineTest {
    private static final SynthesisConfig SHORT = SynthesisConfig.paper()
            .withImagesPerClass(2)
            .withIterations(3)
            .withAdjustment(adjustment -> adjustment.withAscentSteps(2));
    private static final TeacherConfig BUNDLED = new TeacherConfig(TeacherConfig.BUNDLED, Optional.empty());

    @TempDir
    private Path folder;

    @RegisterExtension
    private final EngineScope scope = new EngineScope();

    private final List<RunEvent> events = new CopyOnWriteArrayList<>();

    @Test
    void aDatasetIsCheckedOutsideTheEngineThread() throws Exception {
        CancellationSource cancelled = new CancellationSource();
        cancelled.cancel();
        StageRun<SynthesisOutcome> run = scope.engine()
                .start(
                        SynthesisRequest.fresh(
                                experiment().withSynthesis(SHORT.withIterations(2000)), folder.resolve("run")),
                        event -> {});
        run.control().pause();

        DatasetReport report = scope.engine()
                .datasets()
                .check(new DatasetConfig(DatasetConfig.BUNDLED), ProgressListener.NONE, CancellationToken.NONE)
                .get();

        assertThat(report.classes()).hasSize(10).allMatch(count -> count.train() == 1000 && count.test() == 200);
        assertThat(report.sizes()).containsExactly(new DatasetReport.SizeCount(28, 28, 1, 12_000));
        assertThat(scope.engine()
                        .datasets()
                        .check(new DatasetConfig(DatasetConfig.BUNDLED), ProgressListener.NONE, cancelled))
                .failsWithin(Duration.ofSeconds(30))
                .withThrowableThat()
                .isInstanceOf(CancellationException.class);
        run.control().cancel();
    }

    @Test
    void theBundledDatasetAndTeacherAreSummarised() throws Exception {
        DatasetSummary dataset = scope.engine()
                .datasets()
                .summary(new DatasetConfig(DatasetConfig.BUNDLED))
                .get();
        TeacherSummary teacher = scope.engine().teachers().summary(BUNDLED).get();

        assertThat(dataset.name()).isEqualTo("Fashion-MNIST");
        assertThat(dataset.classNames()).hasSize(10);
        assertThat(dataset.trainImages()).isEqualTo(10_000);
        assertThat(dataset.testImages()).isEqualTo(2_000);
        assertThat(dataset.thumbnails().count()).isEqualTo(10);
        assertThat(teacher.network().architecture()).isEqualTo("resnet18");
        assertThat(teacher.batchNormLayers()).isEqualTo(20);
        assertThat(teacher.testAccuracy()).hasValueCloseTo(0.921, within(0.0005));
        assertThat(scope.engine().warmUp().get().describe()).matches("CPU · \\d+ threads?|GPU \\d+");
    }

    @Test
    void aRunLeavesACompleteFolder() throws Exception {
        SynthesisOutcome outcome = run(experiment(), "run");

        Path run = outcome.folder();
        assertThat(outcome.cancelled()).isFalse();
        assertThat(ExperimentReader.read(run.resolve("experiment.yaml")))
                .isEqualTo(experiment().withSynthesis(experiment().synthesis().withParallelColumns(OptionalInt.of(1))));
        assertThat(Files.readString(run.resolve("run.yaml"))).contains("programVersion: \"9.9\"", "464f055df0210b48");
        assertThat(Files.readString(run.resolve("run.log"))).contains("synthesis finished");
        assertThat(Files.readAllLines(run.resolve("metrics.csv")))
                .filteredOn(line -> line.startsWith("synthesis,total_loss,"))
                .hasSize(6);
        assertThat(ImageIO.read(outcome.contactSheet().toFile()).getWidth()).isPositive();
        try (Stream<Path> images = Files.walk(run.resolve("images"))) {
            assertThat(images.filter(Files::isRegularFile)).hasSize(20);
        }
    }

    @Test
    void imagesInTheFolderAreThoseThatWereShown() throws Exception {
        SynthesisOutcome outcome = run(experiment(), "run");

        List<Path> classes = filesIn(outcome.folder().resolve("images"));
        for (RunEvent.ImagesChanged shown : finished()) {
            for (int label = 0; label < 10; label++) {
                BufferedImage stored = ImageIO.read(
                        filesIn(classes.get(label)).get(shown.column()).toFile());
                for (int pixel = 0; pixel < 28 * 28; pixel++) {
                    assertThat(stored.getRaster().getSample(pixel % 28, pixel / 28, 0))
                            .isEqualTo(shown.images().at(label, pixel / 28, pixel % 28, 0));
                }
            }
        }
        assertThat(finished()).hasSize(2);
    }

    @Test
    void theExperimentOfARunTunedByHandRepeatsIt() throws Exception {
        CountDownLatch tuned = new CountDownLatch(1);
        StageRun<SynthesisOutcome> run = scope.engine()
                .start(SynthesisRequest.fresh(experiment(), folder.resolve("first")), event -> {
                    events.add(event);
                    if (event instanceof RunEvent.Progress progress && progress.step() == 1) {
                        awaitQuietly(tuned);
                    }
                });
        run.tuning().orElseThrow().request(SynthesisOptimizer.LEARNING_RATE, 0.5);
        run.tuning().orElseThrow().request(Adjustment.RHO, 0.1);
        tuned.countDown();
        run.outcome().get();
        List<ImageBatch> images = finishedImages();
        events.clear();

        Experiment recorded = ExperimentReader.read(folder.resolve("first/experiment.yaml"));
        assertThat(recorded.tuning())
                .extracting(TuningChange::parameter)
                .containsExactlyInAnyOrder(SynthesisOptimizer.LEARNING_RATE, Adjustment.RHO);
        run(recorded, "second");

        assertThat(finishedImages()).usingRecursiveComparison().isEqualTo(images);
        assertThat(ExperimentReader.read(folder.resolve("second/experiment.yaml")))
                .isEqualTo(recorded);
    }

    @Test
    void aPausedRunAnswersQuestionsAndIsExportedWhenStopped() throws Exception {
        CountDownLatch firstStep = new CountDownLatch(1);
        StageRun<SynthesisOutcome> run = scope.engine()
                .start(
                        SynthesisRequest.fresh(
                                experiment().withSynthesis(SHORT.withIterations(2000)), folder.resolve("run")),
                        event -> {
                            if (event instanceof RunEvent.Progress) {
                                firstStep.countDown();
                            }
                        });
        run.control().pause();
        DatasetSummary dataset = scope.engine()
                .datasets()
                .summary(new DatasetConfig(DatasetConfig.BUNDLED))
                .get();
        ImageBatch shoe = image(dataset.thumbnails(), 9);

        List<ClassProbability> opinion =
                scope.engine().teachers().predict(BUNDLED, shoe).get();

        assertThat(opinion).hasSize(10);
        assertThat(opinion.get(0).className()).isEqualTo("Ankle boot");
        assertThat(opinion.stream().mapToDouble(ClassProbability::probability).sum())
                .isCloseTo(1, within(1e-5));
        List<List<ClassProbability>> predictions = scope.engine()
                .teachers()
                .predictions(BUNDLED, dataset.thumbnails())
                .get();
        assertThat(predictions).hasSize(10);
        assertThat(predictions.get(1).get(0).className()).isEqualTo("Trouser");
        assertThat(predictions.get(9).get(0).probability())
                .isCloseTo(opinion.get(0).probability(), within(1e-4));
        run.control().step();
        assertThat(firstStep.await(60, TimeUnit.SECONDS)).isTrue();
        run.control().cancel();
        assertThat(run.outcome().get().cancelled()).isTrue();
        assertThat(scope.engine()
                        .results()
                        .export(new ExportRequest(
                                run.folder(), ExportFormat.CLASS_FOLDERS, ImageEncoding.PNG, folder.resolve("export")))
                        .get())
                .isEqualTo(10);
        assertThat(folder.resolve("export/09_Ankle-boot")).isDirectory();
    }

    @Test
    void aFolderWithFilesIsRefusedWithAMessage() throws Exception {
        Files.writeString(Files.createDirectory(folder.resolve("full")).resolve("thesis.tex"), "dear");

        assertThatThrownBy(() -> run(experiment(), "full"))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .hasMessageContaining("already holds files");
        assertThat(events).singleElement().isInstanceOfSatisfying(RunEvent.StageFailed.class, failed -> assertThat(
                        failed.message().english())
                .contains("already holds files"));
        assertThat(folder.resolve("full/thesis.tex")).hasContent("dear");
    }

    @Test
    void aMissingTeacherIsRefusedWithAMessageAndLeavesNoFolder() {
        Experiment experiment = experiment().withTeacher(new TeacherConfig("gone.safetensors", Optional.empty()));

        assertThatThrownBy(() -> run(experiment, "run"))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .hasMessageContaining("gone.safetensors: no such file");
        assertThat(folder.resolve("run")).doesNotExist();
    }

    private static Experiment experiment() {
        return SynthesisPresets.demonstration().withSynthesis(SHORT);
    }

    private SynthesisOutcome run(Experiment experiment, String name) throws Exception {
        return scope.run(SynthesisRequest.fresh(experiment, folder.resolve(name)), events::add);
    }

    private List<RunEvent.ImagesChanged> finished() {
        return events.stream()
                .filter(RunEvent.ImagesChanged.class::isInstance)
                .map(RunEvent.ImagesChanged.class::cast)
                .filter(changed -> changed.state() == ColumnState.FINISHED)
                .toList();
    }

    private List<ImageBatch> finishedImages() {
        return finished().stream().map(RunEvent.ImagesChanged::images).toList();
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static ImageBatch image(ImageBatch block, int index) {
        int size = block.height() * block.width() * block.channels();
        byte[] bytes = new byte[size];
        System.arraycopy(block.bytes(), index * size, bytes, 0, size);
        return new ImageBatch(1, block.height(), block.width(), block.channels(), bytes);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package org.dwastudio.run.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dwastudio.config.ConfigException;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.config.TuningChange;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.config.synthesis.Adjustment;
import org.dwastudio.config.synthesis.SynthesisOptimizer;
import org.dwastudio.config.yaml.ExperimentReader;
import org.dwastudio.event.ColumnState;
import org.dwastudio.event.Metric;
import org.dwastudio.event.RunEvent;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.codec.PngFile;
import org.dwastudio.image.sheet.ContactSheetLayout;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.RunFolderException;
import org.dwastudio.run.RunMetadata;
import org.dwastudio.run.TestImages;
import org.dwastudio.run.TickingClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunRecorderTest {
    private static final Instant TIME = Instant.parse("2026-01-02T03:04:06.789Z");
    private static final TuningChange EARLY = new TuningChange(0, 7, SynthesisOptimizer.LEARNING_RATE, 0.25, 0.5);
    private static final TuningChange LATE = new TuningChange(3, 1, Adjustment.RHO, 0.015, 0.02);

    @TempDir
    private Path temp;

    private final TickingClock clock = new TickingClock();
    private final List<RunEvent> reported = new ArrayList<>();
    private RunDirectory directory;
    private RunRecorder recorder;

    @BeforeEach
    void startRun() throws IOException {
        recorder = start(temp.resolve("run"), SynthesisPresets.demonstration());
    }

    @AfterEach
    void endRun() {
        recorder.close();
    }

    @Test
    void theExperimentAndTheFactsAreThereFromTheStart() throws IOException, ConfigException {
        assertThat(ExperimentReader.read(directory.experiment())).isEqualTo(SynthesisPresets.demonstration());
        Map<?, ?> metadata = new ObjectMapper(new YAMLFactory())
                .readValue(directory.metadata().toFile(), Map.class);
        assertThat(metadata)
                .hasToString(
                        "{format=1, programVersion=0.1.0, engineVersion=engine 2.7.1, device=CPU · 2 \"threads\" \\ \n,"
                                + " datasetFingerprint=00ff, teacherFingerprint=ee11, started=2026-01-02T03:04:06.789Z}");
    }

    @Test
    void everyTuningChangeReachesTheExperimentAtOnce() throws ConfigException {
        recorder.onEvent(new RunEvent.TuningChanged(EARLY, TIME));
        assertThat(ExperimentReader.read(directory.experiment()))
                .isEqualTo(SynthesisPresets.demonstration().withTuning(List.of(EARLY)));

        recorder.onEvent(new RunEvent.TuningChanged(LATE, TIME));
        assertThat(ExperimentReader.read(directory.experiment()))
                .isEqualTo(SynthesisPresets.demonstration().withTuning(List.of(EARLY, LATE)));
    }

    @Test
    void changesThatAreReplayedAreRecordedOnceAndStayUntilTheyHappen() throws IOException, ConfigException {
        Experiment replayed = SynthesisPresets.demonstration().withTuning(List.of(LATE));
        try (RunRecorder replay = start(temp.resolve("replay"), replayed)) {
            replay.onEvent(new RunEvent.TuningChanged(EARLY, TIME));
            assertThat(ExperimentReader.read(directory.experiment()).tuning()).containsExactly(EARLY, LATE);

            replay.onEvent(new RunEvent.TuningChanged(LATE, TIME));
            assertThat(ExperimentReader.read(directory.experiment()).tuning()).containsExactly(EARLY, LATE);
        }
    }

    @Test
    void metricsAreWrittenInFullPrecision() throws IOException {
        recorder.onEvent(new RunEvent.MetricPoint(StageName.SYNTHESIS, Metric.CROSS_ENTROPY, 2, 5, 605, 1.0 / 3));
        recorder.onEvent(new RunEvent.MetricPoint(StageName.SYNTHESIS, Metric.TOTAL_LOSS, 2, 6, 606, 1e-12));
        recorder.close();

        assertThat(directory.metrics()).hasContent("""
                        stage,metric,column,iteration,step,value
                        synthesis,cross_entropy,2,5,605,0.3333333333333333
                        synthesis,total_loss,2,6,606,1.0E-12
                        """);
    }

    @Test
    void metricsReachTheDiskWithinSeconds() throws IOException {
        RunEvent point = new RunEvent.MetricPoint(StageName.SYNTHESIS, Metric.TOTAL_LOSS, 0, 0, 0, 1);

        recorder.onEvent(point);
        assertThat(Files.readAllLines(directory.metrics())).hasSize(1);

        clock.advance(Duration.ofSeconds(3));
        recorder.onEvent(point);
        assertThat(Files.readAllLines(directory.metrics())).hasSize(3);
    }

    @Test
    void metricsReachTheDiskAtTheEndOfAColumn() throws IOException {
        begin();
        recorder.onEvent(new RunEvent.MetricPoint(StageName.SYNTHESIS, Metric.TOTAL_LOSS, 0, 0, 0, 1));
        recorder.onEvent(images(0, 0, ColumnState.FINISHED, TestImages.random(3, 8, 1, 1)));

        assertThat(Files.readAllLines(directory.metrics())).hasSize(2);
    }

    @Test
    void aDiskThatTakesNoSnapshotsEndsThemInWordsAndNotTheRun() throws IOException {
        Files.createDirectory(directory.snapshots());
        begin();
        recorder.onEvent(new RunEvent.SnapshotTaken(0, 4, 0, TestImages.random(3, 8, 1, 1)));
        recorder.onEvent(new RunEvent.SnapshotTaken(0, 8, 0, TestImages.random(3, 8, 1, 1)));
        recorder.onEvent(new RunEvent.StageFinished(StageName.SYNTHESIS, false, TIME));

        assertThat(recorder.failure()).isEmpty();
        assertThat(reported)
                .filteredOn(RunEvent.SnapshotsEnded.class::isInstance)
                .singleElement()
                .satisfies(event -> assertThat(
                                ((RunEvent.SnapshotsEnded) event).reason().english())
                        .startsWith("No more images are kept for the time line: " + directory.folder())
                        .endsWith("All results are kept."));
        assertThat(directory.log()).content().containsOnlyOnce("No more images are kept for the time line");
    }

    @Test
    void imagesOfFinishedColumnsLieInTheFoldersOfTheirClasses() throws IOException {
        ImageBatch column = TestImages.random(3, 8, 1, 1);
        begin();
        recorder.onEvent(images(3, 0, ColumnState.FINISHED, column));

        assertThat(PngFile.read(temp.resolve("run/images/00_T-shirt-top/03.png"))
                        .bytes())
                .isEqualTo(TestImages.bytesOf(column, 0));
        assertThat(PngFile.read(temp.resolve("run/images/02_Ankle-boot/03.png")).bytes())
                .isEqualTo(TestImages.bytesOf(column, 2));
        assertThat(reported).containsExactly(new RunEvent.Saved(directory.folder(), clock.instant()));
    }

    @Test
    void aSliceOfTheClassesGoesWhereItBelongs() throws IOException {
        ImageBatch slice = TestImages.random(2, 8, 3, 1);
        begin();
        recorder.onEvent(images(0, 1, ColumnState.FINISHED, slice));

        assertThat(PngFile.read(temp.resolve("run/images/01_Trouser/00.png")).bytes())
                .isEqualTo(TestImages.bytesOf(slice, 0));
        assertThat(temp.resolve("run/images/00_T-shirt-top")).doesNotExist();
    }

    @Test
    void imagesOfWaitingAndRunningColumnsAreNotWritten() {
        begin();
        recorder.onEvent(images(0, 0, ColumnState.WAITING, TestImages.random(3, 8, 1, 1)));
        recorder.onEvent(images(0, 0, ColumnState.RUNNING, TestImages.random(3, 8, 1, 2)));
        recorder.onEvent(new RunEvent.StageFinished(StageName.SYNTHESIS, false, TIME));

        assertThat(directory.images()).doesNotExist();
        assertThat(directory.contactSheet()).doesNotExist();
        assertThat(recorder.failure()).isEmpty();
    }

    @Test
    void stoppingKeepsTheNewestImagesOfRunningColumns() throws IOException {
        ImageBatch finished = TestImages.random(3, 8, 1, 1);
        ImageBatch older = TestImages.random(3, 8, 1, 2);
        ImageBatch newest = TestImages.random(3, 8, 1, 3);
        begin();
        recorder.onEvent(images(0, 0, ColumnState.RUNNING, older));
        recorder.onEvent(images(0, 0, ColumnState.FINISHED, finished));
        recorder.onEvent(images(1, 0, ColumnState.RUNNING, older));
        recorder.onEvent(images(1, 0, ColumnState.RUNNING, newest));
        recorder.onEvent(new RunEvent.StageFinished(StageName.SYNTHESIS, true, TIME));

        assertThat(PngFile.read(temp.resolve("run/images/01_Trouser/00.png")).bytes())
                .isEqualTo(TestImages.bytesOf(finished, 1));
        assertThat(PngFile.read(temp.resolve("run/images/01_Trouser/01.png")).bytes())
                .isEqualTo(TestImages.bytesOf(newest, 1));
        assertThat(PngFile.read(directory.contactSheet()).height())
                .isEqualTo(ContactSheetLayout.of(3, 2, 8, 8, 0, 96).size().height);
        assertThat(directory.log()).content().contains("2026-01-02T03:04:06Z  synthesis stopped by the user\n");
    }

    @Test
    void theLogStatesWhatHappenedWithTimes() {
        begin();
        recorder.onEvent(new RunEvent.TuningChanged(LATE, TIME));
        recorder.onEvent(images(3, 0, ColumnState.FINISHED, TestImages.random(3, 8, 1, 1)));
        recorder.onEvent(new RunEvent.MetricPoint(StageName.SYNTHESIS, Metric.SKIPPED_STEPS, 3, 5, 305, 1));
        recorder.onEvent(new RunEvent.MetricPoint(StageName.SYNTHESIS, Metric.LOSS_SCALE, 3, 6, 306, 32_768));
        recorder.onEvent(new RunEvent.StageFailed(StageName.SYNTHESIS, "the loss is no number", "at step 7", TIME));

        assertThat(directory.log()).hasContent("""
                        2026-01-02T03:04:06Z  program 0.1.0, engine engine 2.7.1, CPU · 2 "threads" \\
                        2026-01-02T03:04:06Z  synthesis started: 3 classes, 3000 steps
                        2026-01-02T03:04:06Z  tuned rho from 0.015 to 0.02, first counting in column 3, iteration 1
                        2026-01-02T03:04:05Z  saved column 3, classes 0 to 2, after 300 iterations
                        2026-01-02T03:04:05Z  skipped the step of column 3, iteration 5: its gradient is not finite in half precision
                        2026-01-02T03:04:05Z  loss scale 32768 from column 3, iteration 6
                        2026-01-02T03:04:06Z  synthesis failed: the loss is no number
                        at step 7
                        """);
    }

    @Test
    void aFolderThatVanishesIsKeptAsAFailureWithAMessageAndNothingIsThrown() throws IOException {
        begin();
        Files.delete(directory.experiment());
        Files.delete(directory.metadata());
        Files.delete(directory.metrics());
        Files.delete(directory.log());
        Files.delete(directory.folder());

        recorder.onEvent(new RunEvent.TuningChanged(EARLY, TIME));
        recorder.onEvent(images(0, 0, ColumnState.FINISHED, TestImages.random(3, 8, 1, 1)));

        assertThat(recorder.failure())
                .get()
                .asString()
                .contains(directory.folder() + ": vanished while it was being written to; choose another folder");
        assertThat(reported).isEmpty();
        assertThat(directory.folder()).doesNotExist();
    }

    @Test
    void aRunThatCannotBeRecordedDoesNotStart() {
        RunDirectory gone = new RunDirectory(temp.resolve("never made"));

        assertThatThrownBy(() ->
                        RunRecorder.start(gone, SynthesisPresets.demonstration(), metadata(), reported::add, clock))
                .isInstanceOf(RunFolderException.class)
                .hasMessageContaining("vanished");
    }

    @Test
    void nothingIsCopiedOffTheDeviceForTheRecordAlone() {
        assertThat(recorder.wantsImages()).isFalse();
    }

    private RunRecorder start(Path folder, Experiment experiment) throws IOException {
        directory = RunDirectory.create(folder);
        return RunRecorder.start(directory, experiment, metadata(), reported::add, clock);
    }

    private static RunMetadata metadata() {
        return new RunMetadata("0.1.0", "engine 2.7.1", "CPU · 2 \"threads\" \\ \n", "00ff", "ee11", TIME);
    }

    private void begin() {
        List<String> names = List.of("T-shirt/top", "Trouser", "Ankle boot");
        recorder.onEvent(new RunEvent.StageStarted(StageName.SYNTHESIS, 3000, names, TIME));
    }

    private static RunEvent images(int column, int firstClass, ColumnState state, ImageBatch images) {
        return new RunEvent.ImagesChanged(column, 300, firstClass, state, images);
    }
}

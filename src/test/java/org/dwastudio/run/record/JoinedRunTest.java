package org.dwastudio.run.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.config.TuningChange;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.config.synthesis.Adjustment;
import org.dwastudio.event.ColumnState;
import org.dwastudio.event.Metric;
import org.dwastudio.event.ProgressListener;
import org.dwastudio.event.RunEvent;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.codec.PngFile;
import org.dwastudio.run.MetricsCsv;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.RunFolderException;
import org.dwastudio.run.RunMetadata;
import org.dwastudio.run.StoredImages;
import org.dwastudio.run.TestImages;
import org.dwastudio.run.TickingClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JoinedRunTest {
    private static final Instant TIME = Instant.parse("2026-01-02T03:04:06Z");
    private static final RunMetadata FACTS =
            new RunMetadata("0.1.0", "engine 2", "CPU \"A\" \\ B", "00ff", "ee11", TIME);
    private static final Experiment EXPERIMENT = SynthesisPresets.demonstration()
            .withSynthesis(SynthesisPresets.demonstration().synthesis().withImagesPerClass(5));

    @TempDir
    private Path temp;

    @Test
    void aJoinedRunHoldsEveryImageAndNumberOnce() throws Exception {
        record("a", part(0, 2));
        record("b", part(2, 0));

        RunDirectory joined = join("b", "a").write(temp.resolve("joined"), ProgressListener.NONE);

        assertThat(StoredImages.in(joined).count()).isEqualTo(10);
        for (int column = 0; column < 5; column++) {
            assertThat(PngFile.read(joined.images().resolve("00_cat/0" + column + ".png"))
                            .bytes())
                    .isEqualTo(TestImages.bytesOf(images(column), 0));
        }
        assertThat(Files.readAllLines(joined.metrics()))
                .containsExactly(
                        MetricsCsv.HEADER,
                        "synthesis,total_loss,0,0,0,0.5",
                        "synthesis,total_loss,1,0,1,0.5",
                        "synthesis,total_loss,2,0,2,0.5",
                        "synthesis,total_loss,3,0,3,0.5",
                        "synthesis,total_loss,4,0,4,0.5");
        assertThat(RunMetadata.read(joined)).isEqualTo(FACTS);
        assertThat(RunPart.open(temp.resolve("a")).whole()).isEqualTo(EXPERIMENT.located());
        assertThat(joined.contactSheet()).isRegularFile();
        assertThat(joined.log()).content().contains("joined columns 0 to 1 of", "joined columns 2 to 4 of");
    }

    @Test
    void partsMayLieElsewhereAndBeNamedOtherwise() throws Exception {
        record("a", part(0, 2));
        record(
                "b",
                part(2, 0)
                        .withName("second half")
                        .withTeacher(EXPERIMENT.teacher().withWeights("/mnt/t.npz")));

        assertThat(join("a", "b").columns()).isEqualTo(5);
    }

    @Test
    void columnsThatAreMissingAreNamed() throws Exception {
        record("a", part(0, 2));
        record("c", part(4, 5));

        refused("is part of a run of 5 columns, of which columns 2 to 3 are missing", "a", "c");
        refused("columns 2 to 4 are missing", "a");
        refused("columns 0 to 3 are missing", "c");
    }

    @Test
    void columnsThatAreThereTwiceAreNamed() throws Exception {
        record("a", part(0, 3));
        record("b", part(2, 0));

        refused("holds column 2, which " + temp.resolve("a") + " holds already", "a", "b");
        refused("holds column 0, which", "a", "a");
    }

    @Test
    void partsOfAnotherExperimentAreRejectedWithTheDifference() throws Exception {
        record("a", part(0, 2));
        Experiment other = part(2, 0);
        record("b", other.withSynthesis(other.synthesis().withAdjustment(adjustment -> adjustment.withRho(0.02))));
        record("c", other.withSeed(7));
        record("d", other.withTuning(List.of(new TuningChange(2, 0, Adjustment.RHO, 0.015, 0.1))));

        refused("it has 'rho: 0.02' instead of 'rho: 0.015'", "a", "b");
        refused("it has 'seed: 7' instead of 'seed: 42'", "a", "c");
        refused("belongs to another experiment", "a", "d");
    }

    @Test
    void partsOfOtherImagesOrAnotherTeacherAreRejected() throws Exception {
        record("a", part(0, 2));
        record("b", part(2, 0), new RunMetadata("0.1.0", "engine 2", "CPU", "00fe", "ee11", TIME), true);
        record("c", part(2, 0), new RunMetadata("0.1.0", "engine 2", "CPU", "00ff", "ee12", TIME), true);

        refused("was computed from other images than " + temp.resolve("a"), "a", "b");
        refused("was computed with another teacher than " + temp.resolve("a"), "a", "c");
    }

    @Test
    void anUnfinishedPartIsRejected() throws Exception {
        record("a", part(0, 2));
        record("b", part(2, 0), FACTS, false);

        refused(temp.resolve("b") + ": has not come to its end", "a", "b");
    }

    @Test
    void anImageThatWasDeletedOrAddedIsNoticed() throws Exception {
        record("a", part(0, 2));
        record("b", part(2, 0));
        Path image = temp.resolve("b/images/01_dog/03.png");
        Path moved = image.resolveSibling("00.png");

        Files.move(image, moved);
        refused("the image of class 1 (dog) in column 3 is missing", "a", "b");

        Files.copy(moved, image);
        refused("holds an image of column 0, but its experiment computes only columns 2 to 4", "a", "b");
    }

    @Test
    void aFolderThatIsNoRunIsRejected() throws Exception {
        Files.createDirectory(temp.resolve("empty"));

        refused("is no run folder", "empty");
        refused("there is no such folder", "gone");
    }

    @Test
    void aBrokenFileIsNamedWithItsLine() throws Exception {
        record("a", part(0, 2));
        record("b", part(2, 0));
        Files.writeString(temp.resolve("b/metrics.csv"), MetricsCsv.HEADER + "\nsynthesis,total_loss\n");

        assertThatThrownBy(() -> join("a", "b").write(temp.resolve("joined"), ProgressListener.NONE))
                .isInstanceOf(RunFolderException.class)
                .hasMessageContaining("b: metrics.csv:2 is not what a run writes");
        assertThat(temp.resolve("joined/experiment.yaml")).doesNotExist();

        Files.writeString(temp.resolve("b/run.yaml"), "device: \"CPU\"\n");
        refused("run.yaml lacks 'programVersion'", "a", "b");
    }

    @Test
    void aFileThatCannotBeReadIsNamed() throws Exception {
        record("a", part(0, 2));
        record("b", part(2, 0));
        Path metrics = temp.resolve("b/metrics.csv");
        Files.delete(metrics);
        Files.createDirectory(metrics);

        assertThatThrownBy(() -> join("a", "b").write(temp.resolve("joined"), ProgressListener.NONE))
                .isInstanceOf(RunFolderException.class)
                .hasMessage(temp.resolve("joined") + ": " + metrics + ": it is a folder, not a file.");
    }

    private JoinedRun join(String... names) throws IOException {
        return JoinedRun.of(Arrays.stream(names).map(temp::resolve).toList());
    }

    private void refused(String message, String... names) {
        assertThatThrownBy(() -> join(names))
                .isInstanceOf(RunFolderException.class)
                .hasMessageContaining(message);
    }

    private static Experiment part(int start, int end) {
        return EXPERIMENT.withSynthesis(EXPERIMENT.synthesis().withColumns(columns -> columns.withStart(start)
                .withEnd(end)));
    }

    private void record(String name, Experiment experiment) throws IOException {
        record(name, experiment, FACTS, true);
    }

    private void record(String name, Experiment experiment, RunMetadata metadata, boolean finished) throws IOException {
        RunDirectory directory = RunDirectory.create(temp.resolve(name));
        try (RunRecorder recorder =
                RunRecorder.start(directory, experiment, metadata, event -> {}, new TickingClock())) {
            recorder.onEvent(new RunEvent.StageStarted(StageName.SYNTHESIS, 5, List.of("cat", "dog"), TIME));
            int first = experiment.synthesis().columns().start();
            for (int column = first; column < experiment.synthesis().endColumn(); column++) {
                int step = column - first;
                recorder.onEvent(
                        new RunEvent.MetricPoint(StageName.SYNTHESIS, Metric.TOTAL_LOSS, column, 0, step, 0.5));
                recorder.onEvent(
                        new RunEvent.MetricPoint(StageName.SYNTHESIS, Metric.VENDI_SCORE, column, 0, step, 1.5));
                recorder.onEvent(new RunEvent.ImagesChanged(column, 1, 0, ColumnState.FINISHED, images(column)));
            }
            recorder.onEvent(new RunEvent.StageFinished(StageName.SYNTHESIS, !finished, TIME));
        }
    }

    private static ImageBatch images(int column) {
        return TestImages.random(2, 4, 3, column);
    }
}

package org.dwastudio.ui.fake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.config.synthesis.Adjustment;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.event.ColumnState;
import org.dwastudio.event.Metric;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.StepLoss;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.codec.PngFile;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.RunMetadata;
import org.dwastudio.run.record.RunRecorder;

/** A finished run of two classes, as the recorder writes it. At iteration i all pixels have the level 10 i. */
public final class FinishedRun {
    private static final Instant TIME = Instant.parse("2026-11-20T10:00:00Z");
    public static final List<String> CLASSES = List.of("T-shirt/top", "Bag");
    public static final int COLUMNS = 2;
    public static final int ITERATIONS = 3;

    private FinishedRun() {}

    /** Writes a run below a folder of runs and returns its own. */
    public static Path write(Path runs, String name, double rho) throws IOException {
        Experiment demonstration = SynthesisPresets.demonstration().withName(name);
        Experiment experiment = demonstration.withSynthesis(SynthesisConfig.ITERATIONS.replacedIn(
                SynthesisConfig.IMAGES_PER_CLASS.replacedIn(
                        Adjustment.RHO.replacedIn(demonstration.synthesis(), rho), COLUMNS),
                ITERATIONS));
        RunDirectory directory = RunDirectory.create(runs.resolve(name));
        RunMetadata facts = new RunMetadata("1", "1", "CPU", "d", "t", TIME);
        try (RunRecorder recorder =
                RunRecorder.start(directory, experiment, facts, event -> {}, Clock.fixed(TIME, ZoneOffset.UTC))) {
            recorder.onEvent(new RunEvent.StageStarted(StageName.SYNTHESIS, 6, CLASSES, TIME));
            for (int column = 0; column < COLUMNS; column++) {
                for (int iteration = 0; iteration <= ITERATIONS; iteration++) {
                    recorder.onEvent(new RunEvent.SnapshotTaken(column, iteration, 0, gray(10 * iteration)));
                }
                for (int iteration = 0; iteration < ITERATIONS; iteration++) {
                    recorder.onEvent(new RunEvent.LossMeasured(
                            column, iteration, column * ITERATIONS + iteration, new StepLoss(1.5, 0, 0, 0.01, 0)));
                }
                recorder.onEvent(
                        new RunEvent.ImagesChanged(column, ITERATIONS, 0, ColumnState.FINISHED, gray(10 * ITERATIONS)));
            }
            recorder.onEvent(new RunEvent.MetricPoint(StageName.SYNTHESIS, Metric.VENDI_SCORE, 1, ITERATIONS, 6, 1.75));
            recorder.onEvent(new RunEvent.StageFinished(StageName.SYNTHESIS, false, TIME));
        }
        assertThat(PngFile.read(directory.contactSheet()).height()).isPositive();
        return directory.folder();
    }

    private static ImageBatch gray(int level) {
        byte[] bytes = new byte[2 * 28 * 28];
        Arrays.fill(bytes, (byte) level);
        return new ImageBatch(2, 28, 28, 1, bytes);
    }
}

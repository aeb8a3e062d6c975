package org.dwastudio.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.config.TuningChange;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.config.synthesis.Alignment;
import org.dwastudio.event.LossPart;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.StepLoss;
import org.dwastudio.report.page.Curve;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.RunMetadata;
import org.dwastudio.run.history.LoadedRun;
import org.dwastudio.run.record.RunRecorder;
import org.dwastudio.ui.chart.ChartSeries;
import org.dwastudio.ui.measurement.LossCurves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeasuredCurvesTest {
    private static final Instant TIME = Instant.parse("2026-01-02T03:04:06Z");
    private static final double WEIGHT = 0.01;
    private static final double TUNED_WEIGHT = 0.5;
    private static final int ITERATIONS = 5;
    private static final int TUNED_AT = 3;

    @TempDir
    private Path temp;

    @Test
    void theWindowAndTheReportShowEqualLossesOfARun() throws Exception {
        RunDirectory run = tunedRun();
        LoadedRun loaded = LoadedRun.read(run.folder());

        LossCurves window = new LossCurves();
        window.onStart(loaded.experiment());
        loaded.events().forEach(window::onEvent);
        Map<String, Curve> report = MeasuredCurves.of(run, loaded.experiment()).losses().stream()
                .collect(Collectors.toMap(Curve::key, Function.identity()));

        assertThat(report).hasSize(LossPart.values().length);
        for (LossPart part : LossPart.values()) {
            assertThat(points(window.brightOf(part)))
                    .as(part.key())
                    .isEqualTo(report.get(part.key()).points());
        }
    }

    @Test
    void thePartsAreWeightedAsInTheirStepAndAddUpToTheTotal() throws Exception {
        RunDirectory run = tunedRun();
        Experiment experiment = LoadedRun.read(run.folder()).experiment();

        Map<String, Curve> curves = MeasuredCurves.of(run, experiment).losses().stream()
                .collect(Collectors.toMap(Curve::key, Function.identity()));

        assertThat(curves.get("batch_norm_mean").points())
                .extracting(Curve.Point::y)
                .containsExactly(20 * WEIGHT, 20 * WEIGHT, 20 * WEIGHT, 20 * TUNED_WEIGHT, 20 * TUNED_WEIGHT);
        for (int i = 0; i < ITERATIONS; i++) {
            int at = i;
            double sum = curves.values().stream()
                    .filter(curve -> !curve.key().equals("total"))
                    .mapToDouble(curve -> curve.points().get(at).y())
                    .sum();
            assertThat(sum).isCloseTo(curves.get("total").points().get(i).y(), within(1e-12));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void theWindowAndTheReportGiveALossTheSameName(String language) {
        Locale locale = language.equals("en") ? Locale.ROOT : new Locale(language);
        ResourceBundle window = ResourceBundle.getBundle("org.dwastudio.ui.messages", locale);
        ResourceBundle report = ResourceBundle.getBundle("org.dwastudio.report.report", locale);
        for (LossPart part : LossPart.values()) {
            assertThat(window.getString("chart.loss." + part.key())).isEqualTo(report.getString("curve." + part.key()));
        }
    }

    private static List<Curve.Point> points(ChartSeries series) {
        return IntStream.range(0, series.size())
                .mapToObj(i -> new Curve.Point(series.x(i), series.y(i)))
                .toList();
    }

    /** A run of one column in which r_bn is changed by hand. */
    private RunDirectory tunedRun() throws IOException {
        Experiment demonstration = SynthesisPresets.demonstration();
        Experiment experiment =
                demonstration.withSynthesis(Alignment.BATCH_NORM_WEIGHT.replacedIn(demonstration.synthesis(), WEIGHT));
        RunDirectory directory = RunDirectory.create(temp.resolve("run"));
        RunMetadata facts = new RunMetadata("1", "1", "CPU", "d", "t", TIME);
        try (RunRecorder recorder =
                RunRecorder.start(directory, experiment, facts, event -> {}, Clock.fixed(TIME, ZoneOffset.UTC))) {
            for (int iteration = 0; iteration < ITERATIONS; iteration++) {
                if (iteration == TUNED_AT) {
                    TuningChange change =
                            new TuningChange(0, iteration, Alignment.BATCH_NORM_WEIGHT, WEIGHT, TUNED_WEIGHT);
                    recorder.onEvent(new RunEvent.TuningChanged(change, TIME));
                }
                double weight = iteration < TUNED_AT ? WEIGHT : TUNED_WEIGHT;
                StepLoss loss = new StepLoss(0.5 / (iteration + 1), 20, 30, weight, 1.25).withFeatureRepulsion(0.75);
                recorder.onEvent(new RunEvent.LossMeasured(0, iteration, iteration, loss));
            }
            recorder.onEvent(new RunEvent.StageFinished(StageName.SYNTHESIS, false, TIME));
        }
        return directory;
    }
}

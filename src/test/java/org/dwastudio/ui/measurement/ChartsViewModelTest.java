package org.dwastudio.ui.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.config.TuningChange;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.config.synthesis.SynthesisOptimizer;
import org.dwastudio.event.Metric;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.RunEvent.LossMeasured;
import org.dwastudio.event.RunEvent.MetricPoint;
import org.dwastudio.event.RunEvent.Progress;
import org.dwastudio.event.RunEvent.TuningChanged;
import org.dwastudio.event.StepLoss;
import org.dwastudio.ui.chart.ChartSeries;
import org.dwastudio.ui.screen.XAxis;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests the x axes of the charts with a run of two columns of four iterations. */
class ChartsViewModelTest {
    private static final int COLUMNS = 2;
    private static final int ITERATIONS = 4;
    private static final Experiment EXPERIMENT = SynthesisPresets.demonstration()
            .withSynthesis(SynthesisPresets.demonstration()
                    .synthesis()
                    .withImagesPerClass(COLUMNS)
                    .withIterations(ITERATIONS));

    private final AtomicLong nanos = new AtomicLong();
    private final LossCurves loss = new LossCurves();
    private final DiversityCurves diversity = new DiversityCurves();
    private final ChartsViewModel charts = new ChartsViewModel(loss, diversity, nanos::get);
    private final List<Double> picked = new ArrayList<>();
    private long step;

    @BeforeEach
    void start() {
        loss.whenPicked(picked::add);
        loss.onStart(EXPERIMENT);
        diversity.onStart(EXPERIMENT);
        charts.onStart(EXPERIMENT);
    }

    @Test
    void byIterationEveryColumnOverlaysTheOneBefore() {
        runColumnByColumn();

        assertThat(charts.lossSeries()).isEqualTo(loss.series());
        assertThat(charts.diversitySeries()).hasSize(4);
        assertThat(charts.diversitySeries().subList(0, 2)).allMatch(ChartSeries::isFaint);
        assertThat(xs(charts.diversitySeries().get(2))).containsExactly(2.0, 4.0);
        assertThat(charts.rangeProperty().get().end()).isEqualTo(ITERATIONS);
        charts.pick(3);
        assertThat(picked).containsExactly(3.0);
    }

    @Test
    void byColumnTheWholeRunIsShown() {
        charts.axisProperty().set(XAxis.COLUMN);
        runColumnByColumn();

        assertThat(xs(charts.lossSeries().get(0))).containsExactly(0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0);
        assertThat(xs(charts.diversitySeries().get(0))).containsExactly(2.0, 4.0, 6.0, 8.0);
        assertThat(charts.rangeProperty().get().end()).isEqualTo(8);
        assertThat(charts.rangeProperty().get().unit()).isEqualTo(ITERATIONS);
    }

    @Test
    void columnByColumnAnIterationIsNoPlaceOfTheWholeRun() {
        charts.axisProperty().set(XAxis.COLUMN);
        runColumnByColumn();
        loss.cursorProperty().set(2);

        assertThat(charts.rangeProperty().get().lookedAt()).isNaN();
        charts.pick(3);
        assertThat(picked).isEmpty();
    }

    @Test
    void columnsThatAdvanceTogetherShareThePlaceOfTheTimeLine() {
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            makeStep(0, iteration);
            makeStep(1, iteration);
        }
        loss.cursorProperty().set(2);
        assertThat(charts.rangeProperty().get().lookedAt()).isEqualTo(2);

        charts.axisProperty().set(XAxis.COLUMN);

        assertThat(charts.rangeProperty().get().lookedAt()).isEqualTo(4);
        charts.pick(6);
        assertThat(picked).containsExactly(3.0);
    }

    @Test
    void changesByHandAreMarkedWhereTheyTookEffect() {
        runColumnByColumn();
        change(1, 3);
        assertThat(charts.rangeProperty().get().marks()).containsExactly(3.0);

        charts.axisProperty().set(XAxis.COLUMN);
        assertThat(charts.rangeProperty().get().marks()).containsExactly(7.0);

        charts.axisProperty().set(XAxis.TIME);
        assertThat(charts.rangeProperty().get().marks()).isEmpty();
    }

    @Test
    void wallTimeContainsPausesAndLeavesOutStepsOfAnEarlierSession() {
        charts.axisProperty().set(XAxis.TIME);
        // Replayed steps have no progress.
        add(new LossMeasured(0, 0, step++, new StepLoss(9, 0, 0, 0.01, 0)));
        assertThat(charts.lacksTimes()).isTrue();
        makeStep(0, 1);
        makeStep(0, 2);
        batchAt(2);
        nanos.set(12_000_000_000L);
        charts.onResume();
        makeStep(0, 3);
        batchAt(13);

        assertThat(charts.lacksTimes()).isFalse();
        assertThat(xs(charts.lossSeries().get(0))).containsExactly(0.0, 1.0, 12.0);
        assertThat(charts.rangeProperty().get().unit()).isEqualTo(1);
        makeStep(1, 0);
        batchAt(400);
        assertThat(charts.rangeProperty().get().unit()).isEqualTo(60);
    }

    @Test
    void anOpenedRunHasNoTimes() {
        charts.axisProperty().set(XAxis.TIME);
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            add(new LossMeasured(0, iteration, step++, new StepLoss(1, 0, 0, 0.01, 0)));
        }
        add(new Progress(StageName.SYNTHESIS, 0, ITERATIONS, ITERATIONS, COLUMNS, step, COLUMNS * ITERATIONS));
        batchAt(1);
        charts.onEnd();

        assertThat(charts.lacksTimes()).isTrue();
        assertThat(charts.lossSeries().get(0).size()).isZero();
    }

    private void runColumnByColumn() {
        for (int column = 0; column < COLUMNS; column++) {
            for (int iteration = 0; iteration < ITERATIONS; iteration++) {
                makeStep(column, iteration);
                if (iteration % 2 == 1) {
                    add(new MetricPoint(
                            StageName.SYNTHESIS, Metric.VENDI_SCORE, column, iteration + 1, step, 1 + column));
                }
            }
        }
        batchAt(1);
    }

    private void makeStep(int column, int iteration) {
        add(new LossMeasured(column, iteration, step++, new StepLoss(1, 0, 0, 0.01, 0)));
        add(new Progress(StageName.SYNTHESIS, column, iteration + 1, ITERATIONS, COLUMNS, step, COLUMNS * ITERATIONS));
    }

    private void change(int column, int iteration) {
        add(new TuningChanged(
                new TuningChange(column, iteration, SynthesisOptimizer.LEARNING_RATE, 0.25, 0.1), Instant.EPOCH));
        charts.onBatchEnd();
    }

    private void batchAt(long second) {
        nanos.set(second * 1_000_000_000L);
        charts.onBatchEnd();
    }

    private void add(RunEvent event) {
        loss.onEvent(event);
        diversity.onEvent(event);
        charts.onEvent(event);
    }

    private static List<Double> xs(ChartSeries series) {
        List<Double> xs = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            xs.add(series.x(i));
        }
        return xs;
    }
}

package org.dwastudio.ui.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.atomic.AtomicLong;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.config.synthesis.Execution.Order;
import org.dwastudio.config.synthesis.Matching;
import org.dwastudio.event.LossPart;
import org.dwastudio.event.Metric;
import org.dwastudio.event.RunEvent.LossMeasured;
import org.dwastudio.event.RunEvent.MetricPoint;
import org.dwastudio.event.RunEvent.Progress;
import org.dwastudio.event.StepLoss;
import org.dwastudio.ui.chart.ChartSeries;
import org.dwastudio.ui.screen.SpeedMeter;
import org.dwastudio.ui.synthesis.ProgressViewModel;
import org.junit.jupiter.api.Test;

/** Tests how the metrics of a run reach the charts and figures. */
class MeasurementsTest {
    private static final Experiment DEMONSTRATION = SynthesisPresets.demonstration();
    /** Number of loss curves without that of the feature regression. */
    private static final int CURVES = 4;

    private static final Experiment IN_TURNS = DEMONSTRATION.withSynthesis(
            DEMONSTRATION.synthesis().withExecution(execution -> execution.withOrder(Order.ALL_AT_ONCE)));

    @Test
    void theWeightedPartsAddUpToTheTotal() {
        LossCurves curves = new LossCurves();
        curves.onStart(DEMONSTRATION);
        curves.onEvent(new LossMeasured(0, 0, 0, new StepLoss(0.5, 20, 30, 0.01, 40)));

        assertThat(curves.brightOf(LossPart.BATCH_NORM_MEAN).y(0)).isCloseTo(0.2, within(1e-12));
        assertThat(curves.brightOf(LossPart.BATCH_NORM_VARIANCE).y(0)).isCloseTo(0.3, within(1e-12));
        assertThat(curves.brightOf(LossPart.TOTAL).y(0)).isCloseTo(41, within(1e-12));
    }

    @Test
    void aFeatureRegressionHasItsCurveWhereThereIsOne() {
        Experiment regressing = DEMONSTRATION.withSynthesis(
                DEMONSTRATION.synthesis().withRegression(regression -> regression.withWeight(10)));
        LossCurves curves = new LossCurves();
        assertThat(curves.series()).hasSize(CURVES);
        curves.onStart(regressing);
        assertThat(curves.series()).hasSize(CURVES + 1);

        curves.onStart(DEMONSTRATION);
        addStep(curves, 0, 0, 3);
        addStep(curves, 0, 1, 3);
        assertThat(curves.series()).hasSize(CURVES);
        curves.onEvent(new LossMeasured(1, 0, 2, new StepLoss(1, 0, 0, 0.01, 2)));

        assertThat(curves.series()).hasSize(2 * CURVES + 1);
        assertThat(curves.brightOf(LossPart.FEATURE_REGRESSION).y(0)).isEqualTo(2);
    }

    @Test
    void aDistributionMatchingHasTheCurveOfItsTotalOnly() {
        LossCurves curves = new LossCurves();
        curves.onStart(DEMONSTRATION.withSynthesis(DEMONSTRATION
                .synthesis()
                .withMatching(matching -> matching.withMethod(Matching.Method.DISTRIBUTION_MATCHING))));
        assertThat(curves.series()).containsExactly(curves.brightOf(LossPart.TOTAL));

        curves.onEvent(new LossMeasured(0, 0, 0, StepLoss.ofMatching(12.5)));

        assertThat(curves.series()).containsExactly(curves.brightOf(LossPart.TOTAL));
        assertThat(curves.brightOf(LossPart.TOTAL).y(0)).isEqualTo(12.5);
    }

    @Test
    void aRepulsionHasItsCurveWhereThereIsOne() {
        LossCurves curves = new LossCurves();
        curves.onStart(DEMONSTRATION.withSynthesis(
                DEMONSTRATION.synthesis().withRepulsion(repulsion -> repulsion.withWeight(3))));
        assertThat(curves.series()).hasSize(CURVES + 1);

        curves.onEvent(new LossMeasured(0, 0, 0, new StepLoss(1, 0, 0, 0.01, 0).withFeatureRepulsion(1.5)));

        assertThat(curves.brightOf(LossPart.FEATURE_REPULSION).y(0)).isEqualTo(1.5);
        assertThat(curves.brightOf(LossPart.TOTAL).y(0)).isEqualTo(2.5);
        assertThat(curves.brightOf(LossPart.FEATURE_REGRESSION).size()).isZero();
    }

    @Test
    void withoutIterationsTheNewestDiversityIsShown() {
        DiversityCurves curves = new DiversityCurves();
        curves.onStart(DEMONSTRATION.withSynthesis(DEMONSTRATION.synthesis().withIterations(0)));
        for (int column = 0; column < 3; column++) {
            curves.onEvent(new MetricPoint(StageName.SYNTHESIS, Metric.VENDI_SCORE, column, 0, 0, column + 1));
        }

        assertThat(curves.vendi().size()).isEqualTo(1);
        assertThat(curves.vendi().y(0)).isEqualTo(3);
        assertThat(curves.totalStepsProperty().get()).isZero();
    }

    @Test
    void theColumnInProgressIsBrightAndEarlierOnesStayFaint() {
        LossCurves curves = new LossCurves();
        curves.onStart(DEMONSTRATION);
        addStep(curves, 0, 0, 3);
        addStep(curves, 0, 1, 2);
        addStep(curves, 1, 0, 5);

        assertThat(curves.brightOf(LossPart.TOTAL).size()).isEqualTo(1);
        assertThat(curves.brightOf(LossPart.TOTAL).y(0)).isEqualTo(5);
        assertThat(curves.series()).filteredOn(ChartSeries::isFaint).hasSize(CURVES);
        assertThat(curves.nowProperty().get()).isZero();
    }

    @Test
    void lookingBackMovesTheMarkerAndReadsTheLossThere() {
        LossCurves curves = new LossCurves();
        curves.onStart(SynthesisPresets.demonstration());
        addStep(curves, 0, 0, 5);
        addStep(curves, 0, 1, 4);
        addStep(curves, 0, 2, 3);
        assertThat(curves.marker().get()).isEqualTo(2);
        assertThat(curves.earlierTotal()).isEmpty();

        curves.cursorProperty().set(1);

        assertThat(curves.marker().get()).isEqualTo(1);
        assertThat(curves.earlierTotal()).hasValue(4);
        curves.cursorProperty().set(300);
        assertThat(curves.earlierTotal()).hasValue(3);
    }

    @Test
    void inTurnsTheFirstColumnStaysBright() {
        LossCurves curves = new LossCurves();
        curves.onStart(IN_TURNS);
        addStep(curves, 0, 0, 3);
        addStep(curves, 1, 0, 5);
        addStep(curves, 0, 1, 2);

        assertThat(curves.brightOf(LossPart.TOTAL).size()).isEqualTo(2);
        assertThat(curves.brightOf(LossPart.TOTAL).y(1)).isEqualTo(2);
        assertThat(curves.series()).filteredOn(ChartSeries::isFaint).hasSize(CURVES);
    }

    @Test
    void ofColumnsAtTheSameTimeTheFirstIsBrightUntilTheNextGroupBegins() {
        LossCurves curves = new LossCurves();
        curves.onStart(DEMONSTRATION);
        for (int iteration = 0; iteration < 3; iteration++) {
            addStep(curves, 0, iteration, 10 + iteration);
            addStep(curves, 1, iteration, 20 + iteration);
        }
        assertThat(curves.brightOf(LossPart.TOTAL).y(2)).isEqualTo(12);

        addStep(curves, 2, 0, 30);
        addStep(curves, 3, 0, 40);

        assertThat(curves.brightOf(LossPart.TOTAL).size()).isEqualTo(1);
        assertThat(curves.brightOf(LossPart.TOTAL).y(0)).isEqualTo(30);
        assertThat(curves.series()).filteredOn(ChartSeries::isFaint).hasSize(3 * CURVES);
    }

    @Test
    void aHundredColumnsDoNotFillTheChart() {
        LossCurves curves = new LossCurves();
        curves.onStart(DEMONSTRATION);
        for (int column = 0; column < 100; column++) {
            addStep(curves, column, 0, 1);
        }
        assertThat(curves.series()).hasSize(13 * CURVES);
    }

    @Test
    void halfPrecisionShowsItsScaleAndCountsWhatItSkipsInAllColumns() {
        FiguresViewModel figures = new FiguresViewModel();
        figures.onStart(DEMONSTRATION);
        assertThat(figures.lossScaleProperty().get()).isEmpty();

        figures.onEvent(new MetricPoint(StageName.SYNTHESIS, Metric.LOSS_SCALE, 0, 0, 0, 65_536));
        figures.onEvent(new MetricPoint(StageName.SYNTHESIS, Metric.SKIPPED_STEPS, 0, 0, 0, 1));
        figures.onEvent(new MetricPoint(StageName.SYNTHESIS, Metric.LOSS_SCALE, 0, 1, 1, 32_768));
        figures.onEvent(new MetricPoint(StageName.SYNTHESIS, Metric.SKIPPED_STEPS, 1, 0, 300, 1));

        assertThat(figures.lossScaleProperty().get()).hasValue(32_768);
        assertThat(figures.skippedStepsProperty().get()).isEqualTo(2);
        figures.onStart(DEMONSTRATION);
        assertThat(figures.lossScaleProperty().get()).isEmpty();
        assertThat(figures.skippedStepsProperty().get()).isZero();
    }

    @Test
    void speedIsMeasuredOverTheLastSecondsAndForgetsAPause() {
        SpeedMeter meter = new SpeedMeter();
        for (int tenth = 0; tenth <= 100; tenth++) {
            meter.mark(4L * tenth, 100_000_000L * tenth);
        }
        assertThat(meter.stepsPerSecond().orElseThrow()).isCloseTo(40, within(1e-9));

        meter.restart();
        assertThat(meter.stepsPerSecond()).isEmpty();
        meter.mark(400, 60_000_000_000L);
        meter.mark(410, 61_000_000_000L);
        assertThat(meter.stepsPerSecond().orElseThrow()).isCloseTo(10, within(1e-9));
    }

    @Test
    void theSpeedIsThatOfTheRunAndNeitherOfPausesNorOfTheRunBefore() {
        AtomicLong nanos = new AtomicLong();
        ProgressViewModel progress = new ProgressViewModel(nanos::get);
        progress.onStart(DEMONSTRATION);
        seeStepAt(progress, nanos, 0, 0);
        seeStepAt(progress, nanos, 100, 1);
        assertThat(progress.speedProperty().get()).hasValue(100);

        progress.setMeasuring(false);
        seeStepAt(progress, nanos, 101, 30);
        seeStepAt(progress, nanos, 102, 60);
        assertThat(progress.speedProperty().get()).hasValue(100);

        progress.onStart(DEMONSTRATION);
        assertThat(progress.speedProperty().get()).isEmpty();
    }

    @Test
    void stepsThatArriveTogetherTookTheTimeSinceThoseBefore() {
        AtomicLong nanos = new AtomicLong();
        ProgressViewModel progress = new ProgressViewModel(() -> nanos.addAndGet(1000));
        progress.onStart(DEMONSTRATION);
        for (int look = 0; look < 2; look++) {
            nanos.set(look * 1_000_000_000L);
            for (int step = 50 * look; step < 50 * (look + 1); step++) {
                progress.onEvent(new Progress(StageName.SYNTHESIS, 0, step, 3000, 10, step, 3000));
            }
            progress.onBatchEnd();
        }
        assertThat(progress.speedProperty().get().orElseThrow()).isCloseTo(50, within(1e-3));
    }

    private static void seeStepAt(ProgressViewModel progress, AtomicLong nanos, long step, long second) {
        nanos.set(second * 1_000_000_000L);
        progress.onEvent(new Progress(StageName.SYNTHESIS, 0, (int) step, 3000, 10, step, 3000));
        progress.onBatchEnd();
    }

    private static void addStep(LossCurves curves, int column, int iteration, double total) {
        StepLoss loss = new StepLoss(total, 0, 0, 0.01, 0);
        curves.onEvent(new LossMeasured(column, iteration, iteration, loss));
    }
}

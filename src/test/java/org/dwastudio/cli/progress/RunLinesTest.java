package org.dwastudio.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.dwastudio.config.StageName;
import org.dwastudio.event.Metric;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.StepLoss;
import org.junit.jupiter.api.Test;

class RunLinesTest {
    private final StringWriter text = new StringWriter();
    private final AtomicLong clock = new AtomicLong();
    private final RunLines lines = new RunLines(new PrintWriter(text), clock::get);

    @Test
    void aLineAtEveryTenthShowsSpeedAndTimeLeft() {
        lines.onEvent(new RunEvent.LossMeasured(0, 0, 0, new StepLoss(0.51234, 0, 0, 0, 0)));
        for (int step = 1; step <= 50; step++) {
            lines.onEvent(new RunEvent.Progress(StageName.SYNTHESIS, 1, step, 50, 4, step, 100));
            clock.addAndGet(500_000_000);
        }

        assertThat(text.toString().lines())
                .containsExactly(
                        " 10 %  column 2 of 4, loss 0.512  (2.0 it/s, 45 s left)",
                        " 20 %  column 2 of 4, loss 0.512  (2.0 it/s, 40 s left)",
                        " 30 %  column 2 of 4, loss 0.512  (2.0 it/s, 35 s left)",
                        " 40 %  column 2 of 4, loss 0.512  (2.0 it/s, 30 s left)",
                        " 50 %  column 2 of 4, loss 0.512  (2.0 it/s, 25 s left)");
    }

    @Test
    void aDistributionMatchingCountsStepsOfAllColumns() {
        lines.onEvent(new RunEvent.LossMeasured(0, 0, 0, StepLoss.ofMatching(17.84)));
        lines.onEvent(new RunEvent.Progress(StageName.SYNTHESIS, 9, 60, 600, 10, 60, 600));

        assertThat(text.toString().lines()).containsExactly(" 10 %  step 60 of 600, loss 17.8");
    }

    @Test
    void aLineWithoutAKnownSpeedEndsWithItsNumbers() {
        lines.onEvent(new RunEvent.LossMeasured(0, 0, 0, new StepLoss(2.24, 0, 0, 0, 0)));
        lines.onEvent(new RunEvent.Progress(StageName.SYNTHESIS, 0, 1, 10, 1, 1, 10));

        assertThat(text.toString().lines()).containsExactly(" 10 %  column 1 of 1, loss 2.24");
    }

    @Test
    void halfPrecisionReportsItsLossScaleAndWhatItSkipped() {
        lines.onEvent(new RunEvent.MetricPoint(StageName.SYNTHESIS, Metric.LOSS_SCALE, 0, 0, 0, 65_536));
        lines.onEvent(new RunEvent.LossMeasured(0, 0, 0, new StepLoss(0.51234, 0, 0, 0, 0)));
        lines.onEvent(new RunEvent.Progress(StageName.SYNTHESIS, 0, 1, 10, 1, 1, 10));
        for (Metric metric : new Metric[] {Metric.SKIPPED_STEPS, Metric.LOSS_SCALE}) {
            double value = metric == Metric.LOSS_SCALE ? 32_768 : 1;
            lines.onEvent(new RunEvent.MetricPoint(StageName.SYNTHESIS, metric, 0, 1, 1, value));
        }
        lines.onEvent(new RunEvent.Progress(StageName.SYNTHESIS, 0, 2, 10, 1, 2, 10));

        assertThat(text.toString().lines())
                .satisfiesExactly(
                        line -> assertThat(line).endsWith("loss 0.512, loss scale 65536"),
                        line -> assertThat(line).contains("loss 0.512, loss scale 32768, skipped steps: 1"));
    }

    @Test
    void aSqueezeIsCountedInEpochs() {
        lines.onEvent(new RunEvent.MetricPoint(StageName.SQUEEZE, Metric.TEST_ACCURACY, 0, 2, 8, 0.9012));
        lines.onEvent(new RunEvent.Progress(StageName.SQUEEZE, 0, 3, 30, 1, 10, 100));

        assertThat(text.toString()).startsWith(" 10 %  epoch 4 of 30, test accuracy 90.1 %");
    }
}

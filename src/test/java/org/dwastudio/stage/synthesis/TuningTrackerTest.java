package org.dwastudio.stage.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.dwastudio.config.TuningChange;
import org.dwastudio.config.synthesis.Adjustment;
import org.dwastudio.config.synthesis.Augmentation;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.config.synthesis.SynthesisOptimizer;
import org.dwastudio.event.RunEvent;
import org.dwastudio.stage.LiveTuning;
import org.junit.jupiter.api.Test;

class TuningTrackerTest {
    private final LiveTuning live = new LiveTuning(SynthesisConfig.paper());
    private final List<TuningChange> reported = new ArrayList<>();

    @Test
    void aLearningRateCountsFromTheNextIteration() {
        TuningTracker tracker = tracker(List.of());
        live.request(SynthesisOptimizer.LEARNING_RATE, 0.5);

        assertThat(tracker.atColumn(3).optimizer().learningRate()).isEqualTo(0.25);
        assertThat(tracker.atIteration(3, 17).optimizer().learningRate()).isEqualTo(0.5);
        assertThat(reported).containsExactly(new TuningChange(3, 17, SynthesisOptimizer.LEARNING_RATE, 0.25, 0.5));
    }

    @Test
    void aChangeFromBeforeTheFirstStepIsReportedToo() {
        live.request(Augmentation.JITTER, 1);
        TuningTracker tracker = tracker(List.of());

        assertThat(tracker.atIteration(0, 0).augmentation().jitter()).isEqualTo(1);
        assertThat(reported).containsExactly(new TuningChange(0, 0, Augmentation.JITTER, 4, 1));
    }

    @Test
    void rhoCountsFromTheNextColumn() {
        TuningTracker tracker = tracker(List.of());
        live.request(Adjustment.RHO, 0.1);

        assertThat(tracker.atIteration(3, 17).adjustment().rho()).isEqualTo(0.015);
        assertThat(reported).isEmpty();
        assertThat(tracker.atColumn(4).adjustment().rho()).isEqualTo(0.1);
        assertThat(reported).containsExactly(new TuningChange(4, 0, Adjustment.RHO, 0.015, 0.1));
    }

    @Test
    void batchSizeNeverChangesDuringARun() {
        TuningTracker tracker = tracker(List.of());
        live.request(SynthesisConfig.BATCH_SIZE, 7);

        assertThat(tracker.atColumn(1).batchSize()).isEqualTo(100);
        assertThat(tracker.atIteration(1, 1).batchSize()).isEqualTo(100);
        assertThat(reported).isEmpty();
    }

    @Test
    void aChangeIsReportedOnce() {
        TuningTracker tracker = tracker(List.of());
        live.request(Augmentation.JITTER, 2);
        tracker.atIteration(0, 5);
        tracker.atIteration(0, 6);

        assertThat(reported).hasSize(1);
    }

    @Test
    void recordedChangesComeBackAtTheirPlace() {
        List<TuningChange> recorded = List.of(
                new TuningChange(0, 5, SynthesisOptimizer.LEARNING_RATE, 0.25, 0.1),
                new TuningChange(1, 0, Adjustment.RHO, 0.015, 0.3),
                new TuningChange(1, 2, SynthesisOptimizer.LEARNING_RATE, 0.1, 0.2));
        TuningTracker tracker = tracker(recorded);

        assertThat(tracker.atIteration(0, 4).optimizer().learningRate()).isEqualTo(0.25);
        assertThat(tracker.atIteration(0, 5).optimizer().learningRate()).isEqualTo(0.1);
        assertThat(tracker.atIteration(0, 6).optimizer().learningRate()).isEqualTo(0.1);
        assertThat(tracker.atColumn(1).adjustment().rho()).isEqualTo(0.3);
        assertThat(tracker.atIteration(1, 2).optimizer().learningRate()).isEqualTo(0.2);
        assertThat(reported).isEqualTo(recorded);
    }

    @Test
    void aColumnInProgressKeepsWhatItBeganWith() {
        SynthesisConfig start = SynthesisConfig.paper();
        SynthesisConfig now = start.withAdjustment(adjustment -> adjustment.withRho(0.4))
                .withImagesPerClass(3)
                .withAugmentation(augmentation -> augmentation.withJitter(0))
                .withIterations(50);

        assertThat(TuningTracker.during(start, now))
                .isEqualTo(start.withAugmentation(augmentation -> augmentation.withJitter(0))
                        .withIterations(50));
    }

    private TuningTracker tracker(List<TuningChange> recorded) {
        return new TuningTracker(SynthesisConfig.paper(), live, recorded, event -> {
            if (event instanceof RunEvent.TuningChanged changed) {
                reported.add(changed.change());
            }
        });
    }
}

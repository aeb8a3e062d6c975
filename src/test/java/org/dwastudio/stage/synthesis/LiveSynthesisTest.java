package org.dwastudio.stage.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.config.TuningChange;
import org.dwastudio.config.synthesis.Adjustment;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.config.synthesis.SynthesisOptimizer;
import org.dwastudio.event.ColumnState;
import org.dwastudio.event.RunEvent;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.nn.TensorScope;
import org.dwastudio.stage.LiveTuning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A synthesis that is tuned or canceled while it runs. */
class LiveSynthesisTest {
    @RegisterExtension
    private final TensorScope tensors = new TensorScope();

    private final RecordedStage stage = new RecordedStage(tensors);

    @Test
    void cancelingShowsTheColumnInProgressAndReportsIt() throws Exception {
        boolean cancelled = stage.run(TinyWorld.experiment(TinyWorld.CONFIG), event -> {
            if (event instanceof RunEvent.Progress progress && progress.step() == 6) {
                stage.control().cancel();
            }
        });

        assertThat(cancelled).isTrue();
        assertThat(stage.finished()).hasSize(1);
        assertThat(stage.all(RunEvent.LossMeasured.class)).hasSize(6);
        RunEvent.ImagesChanged last = stage.all(RunEvent.ImagesChanged.class)
                .get(stage.all(RunEvent.ImagesChanged.class).size() - 1);
        assertThat(last.state()).isEqualTo(ColumnState.RUNNING);
        assertThat(last.iteration()).isEqualTo(2);
        assertThat(stage.events().get(stage.events().size() - 1))
                .isInstanceOfSatisfying(RunEvent.StageFinished.class, end -> assertThat(end.cancelled())
                        .isTrue());
    }

    @Test
    void aRunTunedByHandIsRepeatedByItsRecord() throws Exception {
        Experiment experiment = TinyWorld.experiment(TinyWorld.CONFIG);
        LiveTuning live = new LiveTuning(experiment.synthesis());
        stage.run(experiment, live, event -> {
            if (event instanceof RunEvent.Progress progress && progress.step() == 2) {
                live.request(SynthesisOptimizer.LEARNING_RATE, 0.05);
                live.request(Adjustment.RHO, 0.2);
                live.request(SynthesisConfig.IMAGES_PER_CLASS, 3);
            }
            if (event instanceof RunEvent.Progress progress && progress.step() == 5) {
                live.request(SynthesisConfig.ITERATIONS, 6);
            }
        });
        List<TuningChange> recorded = stage.changes();
        List<ImageBatch> images = stage.finished();
        assertThat(recorded)
                .containsExactlyInAnyOrder(
                        new TuningChange(0, 2, SynthesisOptimizer.LEARNING_RATE, 0.25, 0.05),
                        new TuningChange(1, 0, Adjustment.RHO, 0.015, 0.2),
                        new TuningChange(1, 0, SynthesisConfig.IMAGES_PER_CLASS, 2, 3),
                        new TuningChange(1, 1, SynthesisConfig.ITERATIONS, 4, 6));
        assertThat(images).hasSize(3);
        stage.events().clear();

        stage.run(experiment.withTuning(recorded), event -> {});

        assertThat(stage.changes()).isEqualTo(recorded);
        assertThat(stage.finished()).usingRecursiveComparison().isEqualTo(images);
    }

    @Test
    void aRunThatEndsWithFewerColumnsThanAnnouncedIsWhole() throws Exception {
        Experiment experiment = TinyWorld.experiment(TinyWorld.CONFIG);
        LiveTuning live = new LiveTuning(experiment.synthesis());
        boolean cancelled = stage.run(experiment, live, event -> {
            if (event instanceof RunEvent.Progress progress && progress.step() == 2) {
                live.request(SynthesisConfig.IMAGES_PER_CLASS, 7);
            }
            if (event instanceof RunEvent.Progress progress && progress.step() == 6) {
                live.request(SynthesisConfig.IMAGES_PER_CLASS, 2);
            }
        });

        assertThat(cancelled).isFalse();
        assertThat(stage.finished()).hasSize(2);
        assertThat(stage.all(RunEvent.Progress.class))
                .anySatisfy(progress -> assertThat(progress.units()).isEqualTo(7))
                .last()
                .isEqualTo(new RunEvent.Progress(StageName.SYNTHESIS, 1, 4, 4, 2, 8, 8));
    }
}

package org.dwastudio.stage.squeeze;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dwastudio.config.squeeze.SqueezeConfig;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.NormalizationEstimator;
import org.dwastudio.event.RunEvent;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.NetworkCatalog;
import org.dwastudio.nn.TensorScope;
import org.dwastudio.stage.RunControl;
import org.dwastudio.train.optimizer.Stripes;
import org.dwastudio.train.optimizer.Trainings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ResumedTrainingTest {
    @RegisterExtension
    private final TensorScope tensors = new TensorScope();

    private static final int EPOCHS = 4;
    // PyTorch sums the gradient of the 1×1 convolution in an order of its own when it has fewer than eight channels.
    private static final SqueezeConfig CONFIG = SqueezeConfig.paper()
            .withNetwork(network -> network.withWidth(8))
            .withEpochs(EPOCHS)
            .withBatchSize(16)
            .withOptimizer(optimizer -> optimizer.withWarmUpEpochs(1).withNesterov(true))
            .withLabelSmoothing(0.1)
            .withAugmentation(augmentation -> augmentation.withCropPadding(1));

    private final ImageDataset dataset = Stripes.dataset(50, 30);
    private final TrainingTask task = new TrainingTask(CONFIG, dataset, NormalizationEstimator.estimate(dataset), 7);
    private final List<TrainingCheckpoint> checkpoints = new ArrayList<>();
    private final List<RunEvent> events = new ArrayList<>();

    @Test
    void goingOnFromEveryCheckpointEndsInTheSameWeightsBitForBit() throws IOException {
        Map<String, List<Integer>> uninterrupted = weightsAfter(Optional.empty(), checkpoints::add);
        List<RunEvent.MetricPoint> metrics = metrics();

        assertThat(checkpoints).extracting(TrainingCheckpoint::epochs).containsExactly(0, 1, 2, 3, 4);
        for (TrainingCheckpoint checkpoint : checkpoints) {
            events.clear();
            assertThat(weightsAfter(Optional.of(checkpoint), CheckpointSink.NONE))
                    .as("from epoch " + checkpoint.epochs())
                    .isEqualTo(uninterrupted);
            assertThat(metrics()).isEqualTo(metrics);
        }
    }

    @Test
    void theStepsAreCountedFromWhereTheCheckpointWas() throws IOException {
        weightsAfter(Optional.empty(), checkpoints::add);
        events.clear();

        weightsAfter(Optional.of(checkpoints.get(3)), CheckpointSink.NONE);

        assertThat(events.stream().filter(RunEvent.Progress.class::isInstance).map(event -> ((RunEvent.Progress) event)
                        .step()))
                .containsExactly(13L, 14L, 15L, 16L);
    }

    @Test
    void aCheckpointHoldsTheBestEpochOnlyWhenItIsAnother() throws IOException {
        weightsAfter(Optional.empty(), checkpoints::add);

        double best = 0;
        for (TrainingCheckpoint checkpoint : checkpoints.subList(1, checkpoints.size())) {
            double accuracy = checkpoint.history().get(checkpoint.epochs() - 1).testAccuracy();
            assertThat(checkpoint.better().isPresent()).isEqualTo(best > accuracy);
            checkpoint.better().ifPresent(better -> assertThat(better.state())
                    .isEqualTo(checkpoints.get(better.epochs()).state()));
            best = Math.max(best, accuracy);
        }
    }

    private Map<String, List<Integer>> weightsAfter(Optional<TrainingCheckpoint> from, CheckpointSink sink)
            throws IOException {
        try (Network network = new NetworkCatalog().build(task.network(), tensors.manager(), DataType.FLOAT32, 7)) {
            new TeacherTrainer(task).train(network, from, sink, tensors.manager(), new RunControl(), events::add);
            return Trainings.bits(network);
        }
    }

    private List<RunEvent.MetricPoint> metrics() {
        return events.stream()
                .filter(RunEvent.MetricPoint.class::isInstance)
                .map(RunEvent.MetricPoint.class::cast)
                .toList();
    }
}

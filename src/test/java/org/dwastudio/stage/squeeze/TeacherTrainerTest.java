package org.dwastudio.stage.squeeze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dwastudio.config.StageName;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.squeeze.SqueezeConfig;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.InMemoryDataset;
import org.dwastudio.data.LabeledImages;
import org.dwastudio.data.NormalizationEstimator;
import org.dwastudio.data.Split;
import org.dwastudio.event.Metric;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.RunListener;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.Normalization;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.NetworkCatalog;
import org.dwastudio.nn.TensorScope;
import org.dwastudio.stage.RunControl;
import org.dwastudio.train.TestAccuracy;
import org.dwastudio.train.optimizer.Stripes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TeacherTrainerTest {
    @RegisterExtension
    private final TensorScope tensors = new TensorScope();

    private static final int TRAIN = 64;
    private static final int BATCH = 16;
    private static final int STEPS = TRAIN / BATCH;

    private final ImageDataset dataset = Stripes.dataset(TRAIN, 50);
    private final Normalization normalization = NormalizationEstimator.estimate(dataset);
    private final List<RunEvent> events = new ArrayList<>();

    @Test
    void aSeparableProblemIsLearnt() throws IOException {
        TrainingOutcome outcome = train(network(3), config(8, 0.05), 1, new RunControl(), events::add);

        assertThat(outcome).isEqualTo(new TrainingOutcome(8, 1.0, false, Optional.empty()));
        assertThat(values(Metric.TRAINING_LOSS)).hasSize(8).last().satisfies(loss -> assertThat(loss)
                .isLessThan(0.05));
        assertThat(values(Metric.TRAINING_ACCURACY)).last().isEqualTo(1.0);
        assertThat(values(Metric.TEST_ACCURACY)).hasSize(8).last().isEqualTo(1.0);
    }

    @Test
    void theSameSeedGivesTheSameWeightsAndAnotherSeedOthers() throws IOException {
        Map<String, List<Float>> first = weightsAfter(1);

        assertThat(weightsAfter(1)).isEqualTo(first);
        assertThat(weightsAfter(2)).isNotEqualTo(first);
    }

    @Test
    void eventsReportStartEveryStepEveryEpochAndEnd() throws IOException {
        train(network(3), config(2, 0.05), 1, new RunControl(), events::add);

        assertThat(events.get(0)).isInstanceOfSatisfying(RunEvent.StageStarted.class, start -> {
            assertThat(start.stage()).isEqualTo(StageName.SQUEEZE);
            assertThat(start.totalSteps()).isEqualTo(2 * STEPS);
            assertThat(start.classNames()).containsExactly("rows", "columns");
        });
        assertThat(all(RunEvent.Progress.class))
                .hasSize(2 * STEPS)
                .last()
                .isEqualTo(new RunEvent.Progress(StageName.SQUEEZE, 0, 1, 2, 1, 2 * STEPS, 2 * STEPS));
        assertThat(all(RunEvent.MetricPoint.class))
                .extracting(RunEvent.MetricPoint::metric, RunEvent.MetricPoint::iteration, RunEvent.MetricPoint::step)
                .containsExactly(
                        tuple(Metric.TRAINING_LOSS, 0, (long) STEPS),
                        tuple(Metric.TRAINING_ACCURACY, 0, (long) STEPS),
                        tuple(Metric.TEST_ACCURACY, 0, (long) STEPS),
                        tuple(Metric.TRAINING_LOSS, 1, 2L * STEPS),
                        tuple(Metric.TRAINING_ACCURACY, 1, 2L * STEPS),
                        tuple(Metric.TEST_ACCURACY, 1, 2L * STEPS));
        assertThat(events.get(events.size() - 1))
                .isInstanceOfSatisfying(RunEvent.StageFinished.class, end -> assertThat(end.cancelled())
                        .isFalse());
    }

    @Test
    void cancellingStopsBeforeTheNextStepAndKeepsTheWeights() throws IOException {
        RunControl control = new RunControl();
        Network network = network(3);
        Map<String, List<Float>> before = weights(network);

        TrainingOutcome outcome = train(network, config(5, 0.05), 1, control, event -> {
            events.add(event);
            if (event instanceof RunEvent.Progress progress && progress.step() == STEPS + 1) {
                control.cancel();
            }
        });

        assertThat(outcome.cancelled()).isTrue();
        assertThat(outcome.epochs()).isEqualTo(1);
        assertThat(outcome.testAccuracy())
                .isEqualTo(new TestAccuracy(dataset, normalization).of(network, tensors.manager()))
                .isPositive();
        assertThat(all(RunEvent.Progress.class)).hasSize(STEPS + 1);
        assertThat(all(RunEvent.StageFinished.class))
                .extracting(RunEvent.StageFinished::cancelled)
                .containsExactly(true);
        assertThat(weights(network)).isNotEqualTo(before);
    }

    @Test
    void theCountOfLiveArraysIsFlat() throws IOException {
        Network network = network(3);
        int before = tensors.manager().getManagedArrays().size();
        List<Integer> live = new ArrayList<>();

        train(network, config(10, 0.05), 1, new RunControl(), event -> {
            if (event instanceof RunEvent.Progress) {
                live.add(tensors.manager().getManagedArrays().size());
            }
        });

        assertThat(live).hasSize(10 * STEPS).containsOnly(live.get(0));
        assertThat(tensors.manager().getManagedArrays()).hasSize(before);
    }

    @Test
    void theNetworkCarriesNoGradientsAfterwards() throws IOException {
        Network network = network(3);

        train(network, config(1, 0.05), 1, new RunControl(), event -> {});

        assertThat(network.parameters().values()).noneMatch(NDArray::hasGradient);
    }

    @Test
    void aLossThatIsNoNumberStopsTheTraining() {
        Network network = network(3);
        SqueezeConfig config = config(20, 1e30);
        assertThatThrownBy(() -> train(network, config, 1, new RunControl(), event -> {}))
                .isInstanceOf(TrainingDivergedException.class)
                .hasMessageContaining("Please lower squeeze.learningRate");
    }

    @Test
    void epochsAreChosenOnTheValidationSplitAndMeasuredOnTheTestSplit() throws IOException {
        TrainingTask task =
                new TrainingTask(config(6, 0.05), new ThreeSplits(dataset, wronglyLabeled()), normalization, 1);

        TrainingOutcome outcome = new TeacherTrainer(task)
                .train(
                        network(3),
                        Optional.empty(),
                        CheckpointSink.NONE,
                        tensors.manager(),
                        new RunControl(),
                        events::add);

        List<Double> chosenBy = values(Metric.TEST_ACCURACY);
        double best = chosenBy.stream().mapToDouble(value -> value).max().orElseThrow();
        assertThat(chosenBy).last().isEqualTo(0.0);
        assertThat(outcome.testAccuracy()).isEqualTo(1.0);
        assertThat(outcome.better().orElseThrow().epochs()).isEqualTo(chosenBy.indexOf(best) + 1);
        assertThat(outcome.better().orElseThrow().testAccuracy()).isCloseTo(1 - best, within(1e-9));
    }

    /** Returns the test images with the classes exchanged, on which a good network is always wrong. */
    private ImageDataset wronglyLabeled() {
        int[] all = IntStream.range(0, dataset.testCount()).toArray();
        int[] labels = Arrays.stream(dataset.labels(Split.TEST, all))
                .map(label -> 1 - label)
                .toArray();
        LabeledImages wrong = new LabeledImages(dataset.images(Split.TEST, all), labels);
        return new InMemoryDataset("wrong", dataset.classNames(), wrong, wrong);
    }

    private record ThreeSplits(ImageDataset real, ImageDataset forChoosing) implements ImageDataset {
        @Override
        public String name() {
            return real.name();
        }

        @Override
        public List<String> classNames() {
            return real.classNames();
        }

        @Override
        public int channels() {
            return real.channels();
        }

        @Override
        public int imageSize() {
            return real.imageSize();
        }

        @Override
        public int count(Split split) {
            return real.count(split);
        }

        @Override
        public int label(Split split, int index) {
            return real.label(split, index);
        }

        @Override
        public ImageBatch images(Split split, int... indices) {
            return real.images(split, indices);
        }

        @Override
        public int[] indicesOf(Split split, int label) {
            return real.indicesOf(split, label);
        }

        @Override
        public String fingerprint() {
            return real.fingerprint();
        }
    }

    private TrainingOutcome train(
            Network network, SqueezeConfig config, long seed, RunControl control, RunListener listener)
            throws IOException {
        return new TeacherTrainer(new TrainingTask(config, dataset, normalization, seed))
                .train(network, Optional.empty(), CheckpointSink.NONE, tensors.manager(), control, listener);
    }

    private Network network(long seed) {
        NetworkConfig config = new NetworkConfig("convnet", 8, NetworkConfig.Stem.SMALL, 1, 2, Stripes.SIZE);
        return new NetworkCatalog().build(config, tensors.manager(), DataType.FLOAT32, seed);
    }

    private static SqueezeConfig config(int epochs, double learningRate) {
        return SqueezeConfig.paper()
                .withNetwork(network -> network.withArchitecture("convnet").withWidth(8))
                .withEpochs(epochs)
                .withBatchSize(BATCH)
                .withOptimizer(optimizer -> optimizer.withLearningRate(learningRate))
                .withAugmentation(augmentation -> augmentation.withCropPadding(1));
    }

    private Map<String, List<Float>> weightsAfter(long seed) throws IOException {
        try (Network network = network(3)) {
            train(network, config(2, 0.05), seed, new RunControl(), event -> {});
            return weights(network);
        }
    }

    private static Map<String, List<Float>> weights(Network network) {
        Map<String, List<Float>> weights = new LinkedHashMap<>();
        network.state().forEach((name, tensor) -> {
            List<Float> values = new ArrayList<>();
            for (float value : tensor.toFloatArray()) {
                values.add(value);
            }
            weights.put(name, values);
        });
        return weights;
    }

    private List<Double> values(Metric metric) {
        return all(RunEvent.MetricPoint.class).stream()
                .filter(point -> point.metric() == metric)
                .map(RunEvent.MetricPoint::value)
                .toList();
    }

    private <E extends RunEvent> List<E> all(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }
}

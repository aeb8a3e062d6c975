package org.dwastudio.stage.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.InMemoryDataset;
import org.dwastudio.data.LabeledImages;
import org.dwastudio.event.ColumnState;
import org.dwastudio.event.Metric;
import org.dwastudio.event.RunEvent;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.Normalization;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.NetworkCatalog;
import org.dwastudio.nn.gradient.PixelOperators;
import org.dwastudio.nn.torch.TorchEngine;
import org.dwastudio.stage.LiveTuning;
import org.dwastudio.stage.RunControl;
import org.dwastudio.stage.synthesis.state.SynthesisInputs;
import org.junit.jupiter.api.Test;

/** Larger images, many classes in slices, random resized crops: the ways of Tiny-ImageNet and ImageNet. */
class HugeRunTest {
    private static final Normalization NORMALIZATION =
            new Normalization(List.of(0.48, 0.46, 0.41), List.of(0.23, 0.22, 0.22));

    private final List<RunEvent> events = new ArrayList<>();
    private final RunControl control = new RunControl();

    @Test
    void slicesOfResizedCropsRunFromEndToEnd() throws Exception {
        SynthesisConfig config = SynthesisConfig.paperTinyImageNet()
                .withImagesPerClass(2)
                .withIterations(3)
                .withAdjustment(adjustment -> adjustment.withAscentSteps(1))
                .withBatchSize(3);

        run(7, 40, config, Integer.MAX_VALUE);

        assertThat(changes(ColumnState.FINISHED))
                .extracting(changed -> changed.column() + ":" + changed.firstClass() + "+"
                        + changed.images().count())
                .containsExactly("0:0+3", "0:3+3", "0:6+1", "1:0+3", "1:3+3", "1:6+1");
        assertThat(events)
                .filteredOn(RunEvent.LossMeasured.class::isInstance)
                .hasSize(18)
                .allSatisfy(event -> assertThat(
                                ((RunEvent.LossMeasured) event).loss().total())
                        .isFinite());
        assertThat(points(Metric.TEACHER_CROSS_ENTROPY_BEFORE)).hasSize(6);
        assertThat(changes(ColumnState.WAITING)).hasSize(6);
        for (RunEvent.ImagesChanged finished : changes(ColumnState.FINISHED)) {
            ImageBatch start = changes(ColumnState.WAITING).stream()
                    .filter(waiting ->
                            waiting.column() == finished.column() && waiting.firstClass() == finished.firstClass())
                    .findFirst()
                    .orElseThrow()
                    .images();
            assertThat(finished.images().bytes()).isNotEqualTo(start.bytes());
        }
    }

    @Test
    void columnsThatWouldFillTheMemoryAppearWhenTheyBegin() throws Exception {
        SynthesisConfig config =
                SynthesisConfig.paper().withImagesPerClass(1000).withBatchSize(10);

        // 1000 columns of 30 images of 48×48×3 bytes are 207 MB.
        run(30, 48, config.withIterations(2).withAdjustment(adjustment -> adjustment.withAscentSteps(1)), 2);

        assertThat(changes(ColumnState.WAITING)).isEmpty();
        assertThat(changes(ColumnState.RUNNING)).first().satisfies(changed -> {
            assertThat(changed.column()).isZero();
            assertThat(changed.iteration()).isZero();
        });
    }

    @Test
    void diversityOfManyImagesIsThatOfTheFirstClasses() throws Exception {
        // 5000 images in 20 columns: 250 of the 300 classes, so that the second slice is seen in part.
        SynthesisConfig config = SynthesisConfig.paper()
                .withImagesPerClass(20)
                .withIterations(1)
                .withAdjustment(adjustment -> adjustment.withAscentSteps(1).withRho(0))
                .withBatchSize(200);

        run(300, 8, config, Integer.MAX_VALUE);

        assertThat(points(Metric.VENDI_SCORE)).isNotEmpty().allSatisfy(point -> assertThat(point.value())
                .isBetween(1.0, 20.0));
        assertThat(points(Metric.WITHIN_CLASS_COSINE)).last().satisfies(point -> {
            assertThat(point.unit()).isEqualTo(19);
            assertThat(point.value()).isBetween(-1.0, 1.0);
        });
    }

    private void run(int classes, int size, SynthesisConfig config, int steps) throws Exception {
        try (NDManager manager = TorchEngine.load().newManager();
                PixelOperators operators = PixelOperators.load(manager)) {
            // Below 8 channels oneDNN 3 writes outside the gradients of 1×1 convolutions on processors without AVX-512.
            NetworkConfig network = new NetworkConfig("resnet18", 8, NetworkConfig.Stem.SMALL, 3, classes, size);
            Network teacher = new NetworkCatalog().build(network, manager, DataType.FLOAT32, 7);
            SynthesisInputs inputs = new SynthesisInputs(teacher, NORMALIZATION, dataset(classes, size));
            new ImageSynthesis(operators, manager)
                    .run(
                            SynthesisPresets.demonstration().withSynthesis(config),
                            inputs,
                            new LiveTuning(config),
                            control,
                            event -> {
                                events.add(event);
                                if (event instanceof RunEvent.Progress progress && progress.step() >= steps) {
                                    control.cancel();
                                }
                            });
        }
    }

    private static ImageDataset dataset(int classes, int size) {
        List<String> names =
                IntStream.range(0, classes).mapToObj(label -> "class" + label).toList();
        return new LabeledFixture(new InMemoryDataset("noise", names.subList(0, 1), noise(size), noise(size)), names);
    }

    private static LabeledImages noise(int size) {
        byte[] pixels = new byte[6 * size * size * 3];
        new Random(3).nextBytes(pixels);
        return new LabeledImages(new ImageBatch(6, size, size, 3, pixels), new byte[6]);
    }

    private List<RunEvent.ImagesChanged> changes(ColumnState state) {
        return events.stream()
                .filter(RunEvent.ImagesChanged.class::isInstance)
                .map(RunEvent.ImagesChanged.class::cast)
                .filter(changed -> changed.state() == state)
                .toList();
    }

    private List<RunEvent.MetricPoint> points(Metric metric) {
        return events.stream()
                .filter(RunEvent.MetricPoint.class::isInstance)
                .map(RunEvent.MetricPoint.class::cast)
                .filter(point -> point.metric() == metric)
                .toList();
    }
}

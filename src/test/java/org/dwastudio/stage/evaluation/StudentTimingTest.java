package org.dwastudio.stage.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.config.evaluation.EvaluationOptimizer;
import org.dwastudio.config.evaluation.Measuring;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.network.TrainedNetwork;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.LabeledImages;
import org.dwastudio.data.NormalizationEstimator;
import org.dwastudio.data.Split;
import org.dwastudio.data.format.DatasetCatalog;
import org.dwastudio.data.format.DatasetFiles;
import org.dwastudio.data.preprocess.PrefetchPolicy;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.NetworkCatalog;
import org.dwastudio.nn.TensorScope;
import org.dwastudio.stage.WarmStopwatch;
import org.dwastudio.stage.evaluation.result.TrainingSet;
import org.dwastudio.train.LabelType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class StudentTimingTest {
    @RegisterExtension
    private final TensorScope tensors = new TensorScope();

    @TempDir
    private Path folder;

    @Test
    void aStudentIsMeasuredAtMostOnceAfterEveryStep() {
        assertThat(StudentTiming.testedImagesPerStep(100, 10_000, 24)).isEqualTo(10_000);
        assertThat(StudentTiming.testedImagesPerStep(20, 10_000, 4000)).isEqualTo(50);
    }

    @Test
    void aTestIsMeasuredWithABatchOfTestImages() throws IOException {
        // A step of 4 images at 2 images per second, and all 20 test images in one batch of one second (or 8 of them
        // loaded in one second per thread) after every of the 6 steps.
        assertThat(secondsPerStep(4, TrainingSet.DISTILLED)).isCloseTo(4 * 0.5 + secondsOfTest(), within(1e-9));
    }

    @Test
    void aStepOnAllRealImagesHasABatchOfItsOwn() throws IOException {
        assertThat(secondsPerStep(2, TrainingSet.DISTILLED)).isCloseTo(2 * 0.5 + secondsOfTest(), within(1e-9));
        assertThat(secondsPerStep(2, TrainingSet.FULL_REAL)).isCloseTo(4 * 0.5 + secondsOfTest(), within(1e-9));
    }

    private static double secondsOfTest() {
        return Math.max(1, 20.0 / 8 / PrefetchPolicy.ofThisMachine().threads());
    }

    /** Returns the estimated time of a step if every measured piece of work takes one second. */
    private double secondsPerStep(int distilledImages, TrainingSet set) throws IOException {
        Path pets = folder.resolve("pets" + distilledImages + set);
        DatasetFiles files = new DatasetFiles(pets).splitFolders();
        for (int image = 0; image < 18; image++) {
            files.gray("val/cat/more" + image + ".png", 32, image);
        }
        ImageDataset dataset = new DatasetCatalog().load(new DatasetConfig(pets.toString()));
        assertThat(dataset.trainCount()).isEqualTo(4);
        int[] some = IntStream.range(0, distilledImages).toArray();
        LabeledImages distilled =
                new LabeledImages(dataset.images(Split.TRAIN, some), dataset.labels(Split.TRAIN, some));
        NetworkCatalog catalog = new NetworkCatalog();
        NetworkConfig kind =
                new NetworkConfig("convnet3", 8, NetworkConfig.Stem.SMALL, dataset.channels(), 2, dataset.imageSize());
        try (Network teacher = catalog.build(kind, tensors.manager(), DataType.FLOAT32, 5)) {
            teacher.trackGradients(false);
            Evaluation evaluation =
                    new Evaluation(config(), new ComparedSets(dataset, distilled, 3), 3, Optional.empty());
            StudentTrainer trainer = new StudentTrainer(
                    config(), teacher, NormalizationEstimator.estimate(dataset), catalog, 3, Optional.empty());
            AtomicLong seconds = new AtomicLong();
            WarmStopwatch watch = new WarmStopwatch(() -> seconds.getAndIncrement() * 1_000_000_000);
            return new StudentTiming(evaluation, trainer, tensors.manager(), watch).secondsPerStep(set, LabelType.HARD);
        }
    }

    private static EvaluationConfig config() {
        EvaluationConfig config =
                EvaluationConfig.modern().withNetwork(new TrainedNetwork("convnet3", 8, NetworkConfig.Stem.SMALL));
        config = EvaluationConfig.EPOCHS.replacedIn(config, 6);
        config = EvaluationOptimizer.WARM_UP_EPOCHS.replacedIn(config, 1);
        config = Measuring.MEASUREMENTS.replacedIn(config, 100);
        return EvaluationConfig.BATCH_SIZE.replacedIn(config, 4);
    }
}

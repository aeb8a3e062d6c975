package org.dwastudio.engine.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.TeacherConfig;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.Split;
import org.dwastudio.data.TinyDigits;
import org.dwastudio.data.format.DatasetCatalog;
import org.dwastudio.event.ProgressListener;
import org.dwastudio.event.RunEvent;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.Normalization;
import org.dwastudio.metric.feature.FeatureMatrix;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.NetworkCatalog;
import org.dwastudio.nn.TensorScope;
import org.dwastudio.stage.StageRun;
import org.dwastudio.stage.inspection.RealSet;
import org.dwastudio.stage.request.SynthesisOutcome;
import org.dwastudio.stage.request.SynthesisRequest;
import org.dwastudio.task.CancellationSource;
import org.dwastudio.task.CancellationToken;
import org.dwastudio.teacher.Teacher;
import org.dwastudio.teacher.TeacherMetadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Features of tiny digits under a small random teacher, by the engine. */
@Timeout(120)
class FeatureServiceTest {
    private static final Normalization NORMALIZATION = new Normalization(List.of(0.4), List.of(0.2));
    private static final int IMAGES = 1200;

    @TempDir
    private Path folder;

    @RegisterExtension
    private final TensorScope tensors = new TensorScope();

    private Network network;
    private ImageDataset digits;
    private DatasetConfig dataset;
    private TeacherConfig teacher;
    private StandardEngine engine;
    private volatile boolean closed;

    @BeforeEach
    void writeDatasetAndTeacher() throws IOException {
        TinyDigits.write(folder.resolve("digits"), IMAGES, 20);
        dataset = new DatasetConfig(folder.resolve("digits").toString());
        digits = new DatasetCatalog().load(dataset);
        network = new NetworkCatalog()
                .build(
                        new NetworkConfig("convnet", 8, NetworkConfig.Stem.SMALL, 1, 10, 8),
                        tensors.manager(),
                        DataType.FLOAT32,
                        7);
        Path file = folder.resolve("teacher.safetensors");
        new Teacher(
                        network,
                        new TeacherMetadata(
                                network.config(),
                                digits.fingerprint(),
                                digits.classNames(),
                                NORMALIZATION.mean(),
                                NORMALIZATION.std(),
                                0.9,
                                Map.of()))
                .write(file);
        teacher = new TeacherConfig(file.toString(), Optional.empty());
        engine = StandardEngine.withCache("9.9", folder.resolve("cache"));
    }

    @AfterEach
    void closeEngine() {
        if (!closed) {
            closed = true;
            engine.close();
        }
    }

    @Test
    void featuresAreThoseOfTheNetwork() throws Exception {
        ImageBatch images = digits.images(Split.TRAIN, 5, 700, 11);

        FeatureMatrix found =
                engine.features().features(dataset, teacher, images).get();

        assertThat(found.rows()).isEqualTo(3);
        assertClose(found.values(), expected(images));
    }

    @Test
    void theRealSetIsComputedOnceAndThenRead() throws Exception {
        List<Long> first = new ArrayList<>();
        List<Long> second = new ArrayList<>();

        float[] computed = features((done, total) -> first.add(done));
        float[] stored = features((done, total) -> second.add(done));

        assertThat(first).isSorted().endsWith((long) IMAGES).hasSizeGreaterThan(1);
        assertThat(second).containsExactly((long) IMAGES);
        assertThat(stored).isEqualTo(computed);
        RealSet set = engine.features()
                .realSet(dataset, teacher, ProgressListener.NONE, CancellationToken.NONE)
                .get();
        try (set) {
            assertThat(set.count()).isEqualTo(IMAGES);
            assertClose(set.sample(IMAGES, 0).features().values(), inOrderOf(set, computed));
        }
    }

    @Test
    void aCanceledComputationStoresNothing() throws Exception {
        CancellationSource token = new CancellationSource();

        assertThat(engine.features().realSet(dataset, teacher, (done, total) -> token.cancel(), token))
                .failsWithin(Duration.ofSeconds(60))
                .withThrowableThat()
                .isInstanceOf(CancellationException.class);

        try (Stream<Path> files = Files.list(folder.resolve("cache/features"))) {
            assertThat(files).isEmpty();
        }
        assertThat(features(ProgressListener.NONE)).hasSize(IMAGES * columns());
    }

    @Test
    void aClosedEngineEndsTheComputation() {
        assertThat(engine.features().realSet(dataset, teacher, (done, total) -> closeEngine(), CancellationToken.NONE))
                .failsWithin(Duration.ofSeconds(60))
                .withThrowableThat()
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void questionsAreAnsweredWhileASynthesisRuns() throws Exception {
        CountDownLatch stepped = new CountDownLatch(2);
        Experiment endless = SynthesisPresets.demonstration()
                .withDataset(dataset)
                .withTeacher(teacher)
                .withSynthesis(SynthesisPresets.demonstration()
                        .synthesis()
                        .withIterations(100_000)
                        .withImagesPerClass(1));
        StageRun<SynthesisOutcome> run = engine.start(SynthesisRequest.fresh(endless, folder.resolve("run")), event -> {
            if (event instanceof RunEvent.Progress) {
                stepped.countDown();
            }
        });
        assertThat(stepped.await(60, TimeUnit.SECONDS)).isTrue();

        float[] meanwhile = features(ProgressListener.NONE);
        ImageBatch images = digits.images(Split.TRAIN, 3);
        float[] one = engine.features().features(dataset, teacher, images).get().values();

        assertThat(run.outcome()).isNotDone();
        run.control().cancel();
        assertThat(run.outcome().get().cancelled()).isTrue();
        assertClose(one, expected(images));
        assertClose(meanwhile, features(ProgressListener.NONE));
    }

    @Test
    void aTeacherThatIsMissingFailsTheQuestion() {
        TeacherConfig missing =
                new TeacherConfig(folder.resolve("none.safetensors").toString(), Optional.empty());

        assertThat(engine.features().realSet(dataset, missing, ProgressListener.NONE, CancellationToken.NONE))
                .failsWithin(Duration.ofSeconds(60))
                .withThrowableOfType(ExecutionException.class)
                .withMessageContaining("none.safetensors");
    }

    /** Returns the features of all training images, in their order. */
    private float[] features(ProgressListener progress) throws Exception {
        RealSet set = engine.features()
                .realSet(dataset, teacher, progress, CancellationToken.NONE)
                .get();
        try (set) {
            var sample = set.sample(IMAGES, 0);
            float[] all = new float[IMAGES * columns()];
            for (int row = 0; row < IMAGES; row++) {
                System.arraycopy(
                        sample.features().values(), row * columns(), all, sample.indices()[row] * columns(), columns());
            }
            return all;
        }
    }

    private float[] inOrderOf(RealSet set, float... all) throws IOException {
        return new FeatureMatrix(IMAGES, columns(), all)
                .select(set.sample(IMAGES, 0).indices())
                .values();
    }

    private int columns() {
        return expected(digits.images(Split.TRAIN, 0)).length;
    }

    private float[] expected(ImageBatch images) {
        return network.features(NORMALIZATION.toTensor(tensors.manager(), images, DataType.FLOAT32))
                .toFloatArray();
    }

    private static void assertClose(float[] found, float... expected) {
        assertThat(found).hasSameSizeAs(expected).isNotEmpty();
        for (int i = 0; i < expected.length; i++) {
            assertThat(found[i]).isCloseTo(expected[i], within(1e-4F));
        }
    }
}

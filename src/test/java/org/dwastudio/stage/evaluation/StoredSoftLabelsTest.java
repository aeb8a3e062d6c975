package org.dwastudio.stage.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.config.evaluation.StudentLabels.Loss;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.yaml.ExperimentReader;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.InMemoryDataset;
import org.dwastudio.data.LabeledImages;
import org.dwastudio.data.preprocess.Augmentation;
import org.dwastudio.data.preprocess.OrderedPrefetch;
import org.dwastudio.data.preprocess.PrefetchPolicy;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.RunListener;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.NetworkCatalog;
import org.dwastudio.nn.TensorScope;
import org.dwastudio.random.SeedSequence;
import org.dwastudio.stage.RunControl;
import org.dwastudio.stage.relabel.SoftLabeler;
import org.dwastudio.train.batch.StudentBatch;
import org.dwastudio.train.batch.StudentBatches;
import org.dwastudio.train.label.SoftLabelFolder;
import org.dwastudio.train.label.SoftLabelOrigin;
import org.dwastudio.train.label.StoredBatches;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stored soft labels, compared with those of a teacher that predicts at every step. */
class StoredSoftLabelsTest {
    @RegisterExtension
    private final TensorScope tensors = new TensorScope();

    private static final int SIZE = 16;
    private static final int CLASSES = 4;
    private static final int EPOCHS = 3;
    private static final PrefetchPolicy PREFETCH = new PrefetchPolicy(2, 3);
    private static final RunListener NOBODY = event -> {};

    @TempDir
    private Path temp;

    private final Network teacher = new NetworkCatalog()
            .build(
                    new NetworkConfig("convnet3", 8, NetworkConfig.Stem.SMALL, 3, CLASSES, SIZE),
                    tensors.manager(),
                    DataType.FLOAT32,
                    5);
    private final ImageDataset dataset =
            new InMemoryDataset("noise", List.of("a", "b", "c", "d"), images(11, 1), images(4, 2));

    @ParameterizedTest
    @CsvSource({"padded, mixup", "padded, cutmix", "resized, cutmix", "resized, none"})
    void theyGiveTheSameImagesAndTheSameLossAsTheTeacher(String crop, String mix) throws Exception {
        EvaluationConfig config = config(crop, mix);
        SoftLabelFolder folder = stored(config, EPOCHS);

        int steps = EPOCHS * 3;
        int seen = 0;
        try (OrderedPrefetch<?, StudentBatch> online = batches(config).steps(steps, PREFETCH);
                OrderedPrefetch<?, StudentBatch> stored =
                        new StoredBatches(dataset, Augmentation.of(config), folder).steps(steps, PREFETCH)) {
            while (online.hasNext()) {
                StudentBatch asked = online.next();
                StudentBatch read = stored.next();
                assertThat(read.images().bytes()).isEqualTo(asked.images().bytes());
                assertThat(read.labels()).isEqualTo(asked.labels());
                NDArray images = asked.images(tensors.manager(), dataset.normalization());
                assertThat(read.images(tensors.manager(), dataset.normalization())
                                .toFloatArray())
                        .isEqualTo(images.toFloatArray());
                compare(images, asked, read);
                seen++;
            }
            assertThat(stored.hasNext()).isFalse();
        }
        assertThat(seen).isEqualTo(steps);
    }

    private void compare(NDArray images, StudentBatch asked, StudentBatch read) {
        NDArray answers = teacher.logits(images);
        NDArray kept = read.answers().orElseThrow().toNDArray(tensors.manager()).toType(DataType.FLOAT32, false);
        NDArray student = images.flatten(1, -1).get(":, :" + CLASSES);
        for (Loss kind : Loss.values()) {
            StudentLoss loss = new StudentLoss(kind, 4, 0.025);
            double expected = number(loss.soft(student, answers, asked));
            assertThat(number(loss.soft(student, kept, read)))
                    .as(kind.name())
                    .isCloseTo(expected, within(Math.abs(expected) / 1024 + 1e-6));
        }
        double halfUlp = Math.scalb(answers.abs().max().getFloat(), -11);
        assertThat((double) answers.sub(kept).abs().max().getFloat()).isLessThanOrEqualTo(halfUlp);
    }

    private static double number(NDArray scalar) {
        return scalar.toType(DataType.FLOAT64, false).getDouble();
    }

    @Test
    void whatWasCutOffResumesWhereItStopped() throws Exception {
        EvaluationConfig config = config("padded", "mixup");
        SoftLabelFolder whole = stored(config, EPOCHS);
        List<byte[]> expected = contents(whole);
        SoftLabelFolder folder = new SoftLabelFolder(temp.resolve("other"), whole.origin());

        RunControl control = new RunControl();
        int made = labeler(config, folder).run(folder.missing(EPOCHS), EPOCHS, tensors.manager(), control, event -> {
            if (event instanceof RunEvent.Progress progress && progress.step() == 4) {
                control.cancel();
            }
        });
        assertThat(made).isOne();
        assertThat(folder.missing(EPOCHS)).containsExactly(1, 2);

        Files.delete(folder.path().resolve("epoch-00000.safetensors"));
        assertThat(labeler(config, folder).run(List.of(0), EPOCHS, tensors.manager(), new RunControl(), NOBODY))
                .isOne();
        assertThat(labeler(config, folder)
                        .run(folder.missing(EPOCHS), EPOCHS, tensors.manager(), new RunControl(), NOBODY))
                .isEqualTo(2);
        List<byte[]> found = contents(folder);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            assertThat(found.get(epoch)).isEqualTo(expected.get(epoch));
        }
    }

    @Test
    void aBrokenEpochIsReported() throws Exception {
        EvaluationConfig config = config("padded", "mixup");
        SoftLabelFolder folder = stored(config, EPOCHS);
        Path last = folder.path().resolve("epoch-00002.safetensors");
        byte[] bytes = Files.readAllBytes(last);
        bytes[bytes.length - 1] ^= 4;
        Files.write(last, bytes);

        try (OrderedPrefetch<?, StudentBatch> stored =
                new StoredBatches(dataset, Augmentation.of(config), folder).steps(9, PREFETCH)) {
            assertThatThrownBy(() -> stored.forEachRemaining(batch -> {}))
                    .hasMessageContaining(last.toString())
                    .hasMessageContaining("Please run relabel: it makes this epoch again.");
        }
    }

    private List<byte[]> contents(SoftLabelFolder folder) throws IOException {
        List<byte[]> contents = new ArrayList<>();
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            contents.add(Files.readAllBytes(folder.path().resolve("epoch-0000" + epoch + ".safetensors")));
        }
        return contents;
    }

    private SoftLabelFolder stored(EvaluationConfig config, int epochs) throws IOException {
        SoftLabelFolder folder = SoftLabelFolder.below(temp, SoftLabelOrigin.of(config, 3, "teacher", "images"));
        labeler(config, folder).run(folder.missing(epochs), epochs, tensors.manager(), new RunControl(), NOBODY);
        return folder;
    }

    private SoftLabeler labeler(EvaluationConfig config, SoftLabelFolder folder) {
        return new SoftLabeler(teacher, dataset.normalization(), batches(config), folder);
    }

    private StudentBatches batches(EvaluationConfig config) {
        return StudentBatches.of(config, dataset, new SeedSequence(3), 0);
    }

    /** Eleven images in batches of four: the last of an epoch has three. */
    private static EvaluationConfig config(String crop, String mix) throws Exception {
        Experiment experiment = ExperimentReader.parse(
                "evaluation: {batchSize: 4, cropPadding: 2, smallestArea: 0.3, crop: " + crop + ", mix: " + mix + "}",
                "test");
        return experiment.evaluation();
    }

    private static LabeledImages images(int count, long seed) {
        byte[] pixels = new byte[count * SIZE * SIZE * 3];
        new Random(seed).nextBytes(pixels);
        byte[] labels = new byte[count];
        for (int i = 0; i < count; i++) {
            labels[i] = (byte) (i % CLASSES);
        }
        return new LabeledImages(new ImageBatch(count, SIZE, SIZE, 3, pixels), labels);
    }
}

package org.dwastudio.train.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.config.evaluation.EvaluationOptimizer;
import org.dwastudio.config.evaluation.StudentLabels;
import org.dwastudio.config.network.TrainedNetwork;
import org.dwastudio.config.setting.Parameter;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.InMemoryDataset;
import org.dwastudio.data.LabeledImages;
import org.dwastudio.data.preprocess.PaddedCrop;
import org.dwastudio.data.preprocess.PrefetchPolicy;
import org.dwastudio.image.CropBox;
import org.dwastudio.run.TestImages;
import org.dwastudio.stage.checkpoint.ChecksummedTensorFile;
import org.dwastudio.stage.checkpoint.NewerFormatException;
import org.dwastudio.train.batch.AugmentedBatch;
import org.dwastudio.train.batch.CutMixBox;
import org.dwastudio.train.batch.MixedBatch;
import org.dwastudio.weights.StoredTensor;
import org.dwastudio.weights.WeightsException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoftLabelFolderTest {
    private static final SoftLabelOrigin ORIGIN =
            SoftLabelOrigin.of(EvaluationConfig.paper(), 3, "0123456789abcdef", "fedcba9876543210");

    @TempDir
    private Path temp;

    private SoftLabelFolder folder;

    @BeforeEach
    void keepTwoEpochs() throws IOException {
        folder = SoftLabelFolder.below(temp, ORIGIN);
        folder.keep(0, labels());
        folder.keep(1, labels());
    }

    @Test
    void viewsAndAnswersComeBackAsTheyWere() throws IOException {
        EpochLabels read = folder.read(1);

        assertThat(read.batches()).hasSize(2);
        AugmentedBatch first = read.batches().get(0);
        assertThat(first.images()).containsExactly(4, 0, 2);
        assertThat(first.cuts())
                .containsExactly(
                        new CropBox(-2, 3, 8, 8, true), new CropBox(0, 0, 5, 7, false), new CropBox(1, 1, 6, 6, true));
        assertThat(first.mix().partners()).containsExactly(2, 0, 1);
        assertThat(first.mix().share()).isEqualTo(0.1 + 0.2);
        assertThat(first.mix().box()).isEmpty();
        AugmentedBatch second = read.batches().get(1);
        assertThat(second.mix().partners()).containsExactly(1, 0);
        assertThat(second.mix().box()).contains(new CutMixBox(1, 2, 0, 4));
        assertThat(read.answers(3, 2)).isEqualTo(half(2, 2, new short[] {6, 7, 8, 9}));
    }

    @Test
    void theSizeIsKnownBefore() throws IOException {
        assertThat(SoftLabelFolder.bytesOfEpoch(5, 2, 2)).isCloseTo(folder.bytes(2) / 2, within(300L));
    }

    @Test
    void epochsThatAreMissingOrBrokenAreMadeAgain() throws IOException {
        assertThat(folder.missing(2)).isEmpty();
        assertThat(folder.missing(4)).containsExactly(2, 3);
        flip(file(0));
        assertThat(folder.missing(3)).containsExactly(0, 2);
    }

    @Test
    void aTruncatedOrFlippedFileIsRefused() throws IOException {
        flip(file(0));
        assertThatThrownBy(() -> folder.read(0))
                .isInstanceOf(WeightsException.class)
                .hasMessageStartingWith(file(0).toString());
        byte[] whole = Files.readAllBytes(file(1));
        Files.write(file(1), Arrays.copyOf(whole, whole.length - 1));
        assertThatThrownBy(() -> folder.read(1)).isInstanceOf(WeightsException.class);
        assertThatThrownBy(() -> folder.read(2))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("no such file");
    }

    @ParameterizedTest
    @CsvSource({
        "counts, 2147483647",
        "counts, -1",
        "counts, 0",
        "images, -1",
        "partners, 3",
        "partners, -1",
        "cuts, 2147483647",
        "cuts, -2147483648"
    })
    void valuesThatContradictEachOtherAreRefused(String name, int value) throws IOException {
        ChecksummedTensorFile content = ChecksummedTensorFile.read(file(0), SoftLabelFolder.FORMAT);
        Map<String, StoredTensor> tensors = new LinkedHashMap<>(content.tensors());
        StoredTensor tensor = tensors.get(name);
        ByteBuffer values = ByteBuffer.allocate(tensor.data().remaining()).order(ByteOrder.LITTLE_ENDIAN);
        values.put(tensor.data()).flip().putInt(0, value);
        tensors.put(name, new StoredTensor(tensor.dataType(), tensor.shape(), values));
        new ChecksummedTensorFile(tensors, content.text()).write(file(0), SoftLabelFolder.FORMAT);

        assertThatThrownBy(() -> folder.read(0))
                .isInstanceOf(WeightsException.class)
                .hasMessageContainingAll(file(0).toString(), "tensor '" + name + "' has another shape or values");
    }

    @Test
    void tensorsOfAnotherShapeOrTypeAreRefused() throws IOException {
        ChecksummedTensorFile content = ChecksummedTensorFile.read(file(0), SoftLabelFolder.FORMAT);
        for (String name : content.tensors().keySet()) {
            Map<String, StoredTensor> tensors = new LinkedHashMap<>(content.tensors());
            tensors.put(name, new StoredTensor(DataType.UINT8, new Shape(3), ByteBuffer.allocate(3)));
            new ChecksummedTensorFile(tensors, content.text()).write(file(0), SoftLabelFolder.FORMAT);

            assertThatThrownBy(() -> folder.read(0))
                    .as(name)
                    .isInstanceOf(WeightsException.class)
                    .hasMessageContaining("tensor '" + name + "' has another shape or values");
        }
    }

    @Test
    void labelsOfImagesThatDoNotExistAreRefusedBeforeAStep() {
        LabeledImages four = new LabeledImages(TestImages.random(4, 8, 1, 1), new byte[] {0, 1, 0, 1});
        ImageDataset dataset = new InMemoryDataset("four", List.of("a", "b"), four, four);
        StoredBatches batches = new StoredBatches(dataset, new PaddedCrop(1, true), folder);

        // The labels mention image 4, the fifth one.
        assertThatThrownBy(() -> {
                    try (var steps = batches.steps(1, new PrefetchPolicy(1, 1))) {
                        steps.next();
                    }
                })
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("tensor 'images' has another shape or values");
    }

    @Test
    void aFileOfANewerVersionIsRefusedAndNotMadeAgain() throws IOException {
        ChecksummedTensorFile content = ChecksummedTensorFile.read(file(0), SoftLabelFolder.FORMAT);
        content.write(file(0), SoftLabelFolder.FORMAT + 1);

        assertThatThrownBy(() -> folder.read(0)).isInstanceOf(NewerFormatException.class);
        assertThatThrownBy(() -> folder.missing(1)).isInstanceOf(NewerFormatException.class);
    }

    @Test
    void labelsOfAnotherTeacherImagesSeedRecipeOrEpochAreRefusedWithAMessage() throws IOException {
        EvaluationConfig other = EvaluationConfig.BATCH_SIZE.replacedIn(EvaluationConfig.paper(), 7);
        refused(
                SoftLabelOrigin.of(EvaluationConfig.paper(), 3, "99", "fedcba9876543210"),
                "other weights of the teacher (0123456789abcdef, not 99)");
        refused(SoftLabelOrigin.of(EvaluationConfig.paper(), 3, "0123456789abcdef", "88"), "other images");
        refused(
                SoftLabelOrigin.of(EvaluationConfig.paper(), 4, "0123456789abcdef", "fedcba9876543210"),
                "other seeds (3, not 4)");
        refused(
                SoftLabelOrigin.of(other, 3, "0123456789abcdef", "fedcba9876543210"),
                "other augmentations (batches of 128, padded crop 4, mirrored, mixup of alpha 0.8, not batches of 7,");
        Files.copy(file(0), file(2));
        assertThatThrownBy(() -> folder.read(2)).hasMessageContaining("other epochs (0, not 2)");
    }

    @Test
    void whatDoesNotChangeTheViewsSharesTheLabels() {
        EvaluationConfig student = EvaluationConfig.paper()
                .withNetwork(new TrainedNetwork(
                        "convnet3", 16, EvaluationConfig.paper().network().stem()));
        for (Parameter<EvaluationConfig> parameter :
                List.of(StudentLabels.TEMPERATURE, EvaluationConfig.EPOCHS, EvaluationOptimizer.LEARNING_RATE)) {
            student = parameter.replacedIn(student, 5);
        }

        assertThat(SoftLabelOrigin.of(student, 3, "0123456789abcdef", "fedcba9876543210"))
                .isEqualTo(ORIGIN);
    }

    private void refused(SoftLabelOrigin origin, String words) {
        assertThatThrownBy(() -> new SoftLabelFolder(folder.path(), origin).read(0))
                .isInstanceOf(ForeignLabelsException.class)
                .hasMessageStartingWith(file(0).toString())
                .hasMessageContaining(words);
    }

    private Path file(int epoch) {
        return folder.path().resolve("epoch-0000" + epoch + ".safetensors");
    }

    private static void flip(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 20] ^= 1;
        Files.write(file, bytes);
    }

    private static EpochLabels labels() {
        AugmentedBatch first = new AugmentedBatch(
                new int[] {4, 0, 2},
                List.of(new CropBox(-2, 3, 8, 8, true), new CropBox(0, 0, 5, 7, false), new CropBox(1, 1, 6, 6, true)),
                new MixedBatch(new int[] {2, 0, 1}, 0.1 + 0.2, Optional.empty()));
        AugmentedBatch second = new AugmentedBatch(
                new int[] {1, 3},
                List.of(new CropBox(0, 0, 8, 8, false), new CropBox(0, 0, 8, 8, false)),
                new MixedBatch(new int[] {1, 0}, 1, Optional.of(new CutMixBox(1, 2, 0, 4))));
        return new EpochLabels(List.of(first, second), half(5, 2, new short[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}));
    }

    private static StoredTensor half(int rows, int classes, short[] bits) {
        ByteBuffer values = ByteBuffer.allocate(bits.length * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (short one : bits) {
            values.putShort(one);
        }
        return new StoredTensor(DataType.FLOAT16, new Shape(rows, classes), values.flip());
    }
}

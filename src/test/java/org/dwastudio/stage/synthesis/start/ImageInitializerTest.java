package org.dwastudio.stage.synthesis.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.InMemoryDataset;
import org.dwastudio.data.LabeledImages;
import org.dwastudio.data.Split;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.nn.TensorScope;
import org.dwastudio.random.RandomPurpose;
import org.dwastudio.random.SeedSequence;
import org.dwastudio.stage.synthesis.TinyWorld;
import org.dwastudio.stage.synthesis.state.ClassBatch;
import org.dwastudio.weights.StoredTensor;
import org.dwastudio.weights.WeightsException;
import org.dwastudio.weights.file.TensorFile;
import org.dwastudio.weights.torch.PickledFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ImageInitializerTest {
    @RegisterExtension
    private final TensorScope tensors = new TensorScope();

    private static final NetworkConfig TWO_CLASSES = new NetworkConfig("convnet", 4, NetworkConfig.Stem.SMALL, 1, 2, 8);

    @TempDir
    private Path folder;

    @Test
    void everyColumnStartsFromOtherRealImagesOfItsClasses() {
        ImageDataset dataset = TinyWorld.dataset();
        RealImages real = real(dataset, 1);
        Set<Integer> used = new HashSet<>();
        for (int column = 0; column < TinyWorld.PER_CLASS; column++) {
            ImageBatch images = TinyWorld.NORMALIZATION.toImages(
                    real.images(new ClassBatch(column, 0, TinyWorld.CLASSES), tensors.manager(), DataType.FLOAT32));
            for (int label = 0; label < TinyWorld.CLASSES; label++) {
                used.add(indexOf(dataset, label, images, label));
            }
        }

        assertThat(used).hasSize(TinyWorld.CLASSES * TinyWorld.PER_CLASS);
    }

    @Test
    void columnsBeyondTheImagesOfAClassBeginAgain() {
        RealImages real = real(TinyWorld.dataset(), 1);

        double[] first = real.images(new ClassBatch(0, 0, 3), tensors.manager(), DataType.FLOAT64)
                .toDoubleArray();
        double[] again = real.images(new ClassBatch(TinyWorld.PER_CLASS, 0, 3), tensors.manager(), DataType.FLOAT64)
                .toDoubleArray();

        assertThat(again).containsExactly(first);
    }

    @Test
    void medoidsAreImagesOfTheirClassAndTakeEachOnceBeforeTheyBeginAgain() {
        ImageDataset dataset = TinyWorld.dataset();
        MedoidImages medoids = new MedoidImages(TinyWorld.inputs(tensors.manager()), 2, new SeedSequence(1));
        Set<Integer> used = new HashSet<>();
        for (int column = 0; column <= TinyWorld.PER_CLASS; column++) {
            ImageBatch images = TinyWorld.NORMALIZATION.toImages(
                    medoids.images(new ClassBatch(column, 0, TinyWorld.CLASSES), tensors.manager(), DataType.FLOAT32));
            for (int label = 0; label < TinyWorld.CLASSES; label++) {
                used.add(indexOf(dataset, label, images, label));
            }
            assertThat(used).hasSize(TinyWorld.CLASSES * Math.min(column + 1, TinyWorld.PER_CLASS));
        }
    }

    @Test
    void anotherSeedStartsFromOtherImages() {
        ClassBatch batch = new ClassBatch(0, 0, 3);

        assertThat(real(TinyWorld.dataset(), 2)
                        .images(batch, tensors.manager(), DataType.FLOAT64)
                        .toDoubleArray())
                .isNotEqualTo(real(TinyWorld.dataset(), 1)
                        .images(batch, tensors.manager(), DataType.FLOAT64)
                        .toDoubleArray());
    }

    @Test
    void aClassWithoutTrainingImagesIsRefusedByName() {
        byte[] pixels = new byte[64];
        LabeledImages one = new LabeledImages(new ImageBatch(1, 8, 8, 1, pixels), new byte[] {0});
        ImageDataset dataset = new InMemoryDataset("half", List.of("cat", "dog"), one, one);

        assertThatThrownBy(() -> real(dataset, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Class 1 (dog) of half has no training image");
    }

    @Test
    void noiseIsStandardNormalAndTheSameInEveryNumberFormat() {
        NoiseImages noise = new NoiseImages(new SeedSequence(3), 3, 32);
        ClassBatch batch = new ClassBatch(2, 10, 40);
        NDArray exact = noise.images(batch, tensors.manager(), DataType.FLOAT64);
        NDArray rounded = noise.images(batch, tensors.manager(), DataType.FLOAT32);

        assertThat(exact.getShape()).isEqualTo(new Shape(40, 3, 32, 32));
        assertThat(exact.mean().getDouble()).isCloseTo(0, within(0.01));
        assertThat(exact.square().mean().getDouble()).isCloseTo(1, within(0.02));
        assertThat(rounded.toType(DataType.FLOAT64, true).sub(exact).abs().max().getDouble())
                .isLessThan(1e-6);
    }

    @Test
    void noiseOfAClassDoesNotDependOnTheSlice() {
        NoiseImages noise = new NoiseImages(new SeedSequence(3), 1, 8);

        double[] whole = noise.images(new ClassBatch(0, 0, 4), tensors.manager(), DataType.FLOAT64)
                .toDoubleArray();
        double[] slice = noise.images(new ClassBatch(0, 2, 2), tensors.manager(), DataType.FLOAT64)
                .toDoubleArray();

        assertThat(slice).containsExactly(Arrays.copyOfRange(whole, 2 * 64, 4 * 64));
    }

    @Test
    void aTensorFileGivesItsImagesByLabel() throws IOException {
        Path file = write(new long[] {1, 0, 1}, new Shape(3, 1, 8, 8));
        TensorImages images = TensorImages.read(file, TWO_CLASSES, tensors.manager());

        assertThat(firstPixels(images, 0)).containsExactly(64, 0);
        assertThat(firstPixels(images, 1)).containsExactly(64, 128);
    }

    @Test
    void aTensorFileThatDoesNotFitTheTeacherIsRefusedWithAMessage() throws IOException {
        Path wrongSize = write(new long[] {1, 0, 1}, new Shape(3, 1, 4, 16));
        assertThatThrownBy(() -> TensorImages.read(wrongSize, TWO_CLASSES, tensors.manager()))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("(3, 1, 4, 16)")
                .hasMessageContaining("(N, 1, 8, 8)");

        Path missing = write(new long[] {1, 1, 1}, new Shape(3, 1, 8, 8));
        assertThatThrownBy(() -> TensorImages.read(missing, TWO_CLASSES, tensors.manager()))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("no image has the label 0");

        Path unequal = write(new long[] {1, 0}, new Shape(3, 1, 8, 8));
        assertThatThrownBy(() -> TensorImages.read(unequal, TWO_CLASSES, tensors.manager()))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("3 images, but 2 labels");
    }

    private Path write(long[] labels, Shape shape) throws IOException {
        double[] values = new double[(int) shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        Path file = folder.resolve("start.npz");
        TensorFile.of(
                        file,
                        Map.of(
                                "images",
                                tensors.manager().create(values, shape),
                                "labels",
                                tensors.manager().create(labels)),
                        Map.of())
                .write();
        return file;
    }

    @Test
    void oneTensorWithoutANameHoldsOneImageOfEachClass() throws IOException {
        Path file = folder.resolve("tensor_0.pt");
        PickledFile.write(file, StoredTensor.of(tensors.manager().arange(128f).reshape(2, 1, 8, 8)));

        TensorImages images = TensorImages.read(file, TWO_CLASSES, tensors.manager());

        assertThat(images.images(new ClassBatch(0, 0, 2), tensors.manager(), DataType.FLOAT64)
                        .toDoubleArray())
                .startsWith(0, 1, 2)
                .endsWith(126, 127);
        assertThat(images.images(new ClassBatch(1, 1, 1), tensors.manager(), DataType.FLOAT64)
                        .toDoubleArray())
                .startsWith(64);

        PickledFile.write(file, StoredTensor.of(tensors.manager().arange(192f).reshape(3, 1, 8, 8)));
        assertThatThrownBy(() -> TensorImages.read(file, TWO_CLASSES, tensors.manager()))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("its tensor holds 3 images without labels; one image for each of the 2 classes");
    }

    private double[] firstPixels(TensorImages images, int column) {
        double[] values = images.images(new ClassBatch(column, 0, 2), tensors.manager(), DataType.FLOAT64)
                .toDoubleArray();
        return new double[] {values[0], values[64]};
    }

    private static RealImages real(ImageDataset dataset, long seed) {
        return new RealImages(dataset, TinyWorld.NORMALIZATION, new SeedSequence(seed), RandomPurpose.START_IMAGE);
    }

    private static int indexOf(ImageDataset dataset, int label, ImageBatch images, int image) {
        for (int index : dataset.indicesOf(Split.TRAIN, label)) {
            ImageBatch candidate = dataset.images(Split.TRAIN, index);
            boolean same = true;
            for (int pixel = 0; pixel < 64; pixel++) {
                same &= candidate.at(0, pixel / 8, pixel % 8, 0) == images.at(image, pixel / 8, pixel % 8, 0);
            }
            if (same) {
                return index;
            }
        }
        throw new AssertionError("image " + image + " is no training image of class " + label);
    }
}

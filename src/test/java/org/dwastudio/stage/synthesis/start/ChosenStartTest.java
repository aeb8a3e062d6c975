package org.dwastudio.stage.synthesis.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.dwastudio.config.synthesis.Initialization.StartImages;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.Split;
import org.dwastudio.image.CropBox;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.resize.PilBilinearResize;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.TensorScope;
import org.dwastudio.random.RandomPurpose;
import org.dwastudio.random.SeedSequence;
import org.dwastudio.stage.synthesis.TinyWorld;
import org.dwastudio.stage.synthesis.state.ClassBatch;
import org.dwastudio.stage.synthesis.state.SynthesisInputs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Start images that the teacher chooses, compared with numbers computed image by image. */
class ChosenStartTest {
    @RegisterExtension
    private final TensorScope tensors = new TensorScope();

    private static final SeedSequence SEEDS = new SeedSequence(5);
    private final ImageDataset dataset = TinyWorld.dataset();
    private SynthesisInputs inputs;

    @BeforeEach
    void open() {
        Network teacher = TinyWorld.teacher(tensors.manager(), DataType.FLOAT32);
        NDArray head = teacher.parameters().get("fc.weight");
        teacher.assign(Map.of("fc.weight", head.mul(100)));
        inputs = new SynthesisInputs(teacher, TinyWorld.NORMALIZATION, dataset);
    }

    @Test
    void columnsTakeTheImagesOfTheirClassFromTheSurestToTheLeastSure() {
        SurestImages surest = new SurestImages(inputs, 0, SEEDS);
        for (int label = 0; label < TinyWorld.CLASSES; label++) {
            Map<Integer, Double> probabilities = new HashMap<>();
            for (int index : dataset.indicesOf(Split.TRAIN, label)) {
                probabilities.put(index, Math.exp(-crossEntropy(pixels(index), label)));
            }
            int[] expected = probabilities.keySet().stream()
                    .sorted(Comparator.comparing(index -> -probabilities.get(index)))
                    .mapToInt(Integer::intValue)
                    .toArray();

            assertThat(probabilities.get(expected[0])).isGreaterThan(probabilities.get(expected[4]) + 0.001);
            assertThat(columns(surest, label, 5)).containsExactly(expected);
        }
    }

    @Test
    void columnsBeyondTheCandidatesBeginAgain() {
        SurestImages surest = new SurestImages(inputs, 3, SEEDS);

        int[] columns = columns(surest, 1, 6);

        assertThat(Arrays.copyOf(columns, 3)).doesNotHaveDuplicates();
        assertThat(Arrays.copyOfRange(columns, 3, 6)).containsExactly(Arrays.copyOf(columns, 3));
    }

    @Test
    void candidatesAreDrawnByTheSeedAndTheSurestOfThemComeFirst() {
        int[] drawn = new StartCandidates(dataset, 3, SEEDS).of(2);
        int[] all = columns(new SurestImages(inputs, 0, SEEDS), 2, 5);

        assertThat(drawn).hasSize(3).isSorted();
        assertThat(columns(new SurestImages(inputs, 3, SEEDS), 2, 3))
                .containsExactly(Arrays.stream(all)
                        .filter(index -> Arrays.binarySearch(drawn, index) >= 0)
                        .toArray());
        assertThat(IntStream.range(0, 20)
                        .mapToObj(
                                seed -> Arrays.toString(new StartCandidates(dataset, 3, new SeedSequence(seed)).of(2)))
                        .distinct())
                .hasSizeGreaterThan(5);
        assertThat(new StartCandidates(dataset, 0, SEEDS).of(2)).hasSize(TinyWorld.PER_CLASS);
        assertThat(new StartCandidates(dataset, 9, SEEDS).of(2)).hasSize(TinyWorld.PER_CLASS);
    }

    @Test
    void ofEquallySureImagesTheOneWithTheSmallerIndexComesFirst() {
        inputs.teacher()
                .assign(Map.of(
                        "fc.weight",
                        inputs.teacher().parameters().get("fc.weight").mul(0)));

        assertThat(columns(new SurestImages(inputs, 0, SEEDS), 0, 5))
                .containsExactly(dataset.indicesOf(Split.TRAIN, 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aCropHasTheCrossEntropyOfItsTileAmongZeros(int grid) {
        MosaicImages mosaics = mosaics(4, grid);
        int side = TinyWorld.SIZE / grid;
        for (int label = 0; label < TinyWorld.CLASSES; label++) {
            List<MosaicImages.Crop> ranked = mosaics.ranked(label, tensors.manager());

            assertThat(ranked).extracting(MosaicImages.Crop::crossEntropy).isSorted();
            assertThat(ranked).extracting(MosaicImages.Crop::image).hasSize(5).doesNotHaveDuplicates();
            for (MosaicImages.Crop crop : ranked) {
                RandomGenerator random = SEEDS.generator(RandomPurpose.MOSAIC_CROPS, crop.image());
                double best = Double.MAX_VALUE;
                for (int i = 0; i < 4; i++) {
                    CropBox box = SquareCrop.draw(TinyWorld.SIZE, TinyWorld.SIZE, random);
                    best = Math.min(best, crossEntropy(padded(tile(crop.image(), box, side), side), label));
                }
                assertThat(crossEntropy(padded(tile(crop.image(), crop.box(), side), side), label))
                        .isCloseTo(crop.crossEntropy(), within(1e-4))
                        .isCloseTo(best, within(1e-4));
            }
        }
    }

    @Test
    void aMosaicConsistsOfRanksThatAreAsFarApartAsThereAreColumns() {
        MosaicImages mosaics = mosaics(4, 2);
        List<MosaicImages.Crop> ranked = mosaics.ranked(1, tensors.manager());

        ImageBatch mosaic = TinyWorld.NORMALIZATION.toImages(
                mosaics.images(new ClassBatch(1, 1, 1), tensors.manager(), DataType.FLOAT64));

        // Two columns: column 1 takes ranks 1, 3, 5 and 7, of which the last two begin again.
        int[] ranks = {1, 3, 0, 2};
        for (int tile = 0; tile < 4; tile++) {
            ImageBatch expected = tile(
                    ranked.get(ranks[tile]).image(), ranked.get(ranks[tile]).box(), 4);
            for (int pixel = 0; pixel < 16; pixel++) {
                assertThat(mosaic.at(0, tile / 2 * 4 + pixel / 4, tile % 2 * 4 + pixel % 4, 0))
                        .isEqualTo(expected.at(0, pixel / 4, pixel % 4, 0));
            }
        }
    }

    @Test
    void chosenImagesOfAClassDoNotDependOnTheSlice() {
        for (ImageInitializer start : List.of(new SurestImages(inputs, 4, SEEDS), mosaics(3, 1))) {
            double[] whole = start.images(new ClassBatch(1, 0, 3), tensors.manager(), DataType.FLOAT64)
                    .toDoubleArray();
            double[] slice = start.images(new ClassBatch(1, 2, 1), tensors.manager(), DataType.FLOAT64)
                    .toDoubleArray();

            assertThat(slice).containsExactly(Arrays.copyOfRange(whole, 128, 192));
        }
    }

    @Test
    void tilesOfASideThatIsNoMultipleCoverTheImage() {
        MosaicGrid grid = new MosaicGrid(8, 3);

        assertThat(IntStream.range(0, 9).mapToObj(grid::tile).toList())
                .startsWith(new CropBox(0, 0, 3, 3, false), new CropBox(0, 3, 3, 3, false))
                .contains(new CropBox(3, 6, 3, 2, false))
                .endsWith(new CropBox(6, 6, 2, 2, false));
        assertThat(grid.smallest()).isEqualTo(2);
    }

    @Test
    void aCropIsASquareOfAtLeastTheSmallestAreaInsideTheImage() {
        RandomGenerator random = new Random(1);
        double smallest = 1;
        double largest = 0;
        for (int i = 0; i < 1000; i++) {
            CropBox box = SquareCrop.draw(50, 60, random);
            assertThat(box.height()).isEqualTo(box.width());
            assertThat(box.top()).isBetween(0, 50 - box.height());
            assertThat(box.left()).isBetween(0, 60 - box.width());
            double share = box.height() * box.width() / 3000.0;
            smallest = Math.min(smallest, share);
            largest = Math.max(largest, share);
        }
        assertThat(smallest).isBetween(0.07, 0.1);
        assertThat(largest).isBetween(0.8, 0.84);
        assertThat(SquareCrop.draw(1, 1000, random).height()).isEqualTo(1);
    }

    private MosaicImages mosaics(int crops, int grid) {
        SynthesisConfig config = TinyWorld.CONFIG.withInitialization(initialization -> initialization
                .withStart(StartImages.MOSAIC)
                .withMosaicCrops(crops)
                .withMosaicGrid(grid));
        return new MosaicImages(inputs, config, SEEDS);
    }

    private ImageBatch tile(int index, CropBox box, int side) {
        return new PilBilinearResize(side).of(dataset.images(Split.TRAIN, index), box);
    }

    private double[] pixels(int index) {
        return TinyWorld.NORMALIZATION.normalize(dataset.images(Split.TRAIN, index));
    }

    /** Returns the normalized pixels of a tile in the center of an image of zeros. */
    private static double[] padded(ImageBatch tile, int side) {
        double[] image = new double[64];
        int from = (TinyWorld.SIZE - side) / 2;
        for (int pixel = 0; pixel < side * side; pixel++) {
            image[(from + pixel / side) * TinyWorld.SIZE + from + pixel % side] =
                    (tile.at(0, pixel / side, pixel % side, 0) / 255.0 - 0.4) / 0.2;
        }
        return image;
    }

    /** Returns −log of the softmax, from the logits of one image. */
    private double crossEntropy(double[] pixels, int label) {
        NDArray image = tensors.manager().create(pixels, new Shape(1, 1, 8, 8)).toType(DataType.FLOAT32, true);
        float[] logits = inputs.teacher().logits(image).toFloatArray();
        double sum = 0;
        for (float logit : logits) {
            sum += Math.exp(logit - (double) logits[label]);
        }
        return Math.log(sum);
    }

    /** Returns the indices of the images of a class in the first columns. */
    private int[] columns(ImageInitializer start, int label, int count) {
        return IntStream.range(0, count)
                .map(column -> indexOf(
                        start.images(new ClassBatch(column, label, 1), tensors.manager(), DataType.FLOAT64)
                                .toDoubleArray(),
                        label))
                .toArray();
    }

    private int indexOf(double[] pixels, int label) {
        return Arrays.stream(dataset.indicesOf(Split.TRAIN, label))
                .filter(index -> Arrays.equals(pixels(index), pixels))
                .findFirst()
                .orElseThrow();
    }
}

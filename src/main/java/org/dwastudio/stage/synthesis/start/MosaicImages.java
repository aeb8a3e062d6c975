package org.dwastudio.stage.synthesis.start;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.data.Split;
import org.dwastudio.image.CropBox;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.resize.PilBilinearResize;
import org.dwastudio.random.RandomPurpose;
import org.dwastudio.random.SeedSequence;
import org.dwastudio.stage.synthesis.state.ClassBatch;
import org.dwastudio.stage.synthesis.state.SynthesisInputs;

/**
 * Mosaics of realistic crops (RDED: Sun, Shi, Yu and Lin, CVPR 2024). Several random square crops of every candidate, 0.08
 * to 1 of its area, are resized to a tile and scored by the unadjusted teacher: the lower the cross-entropy at the class,
 * the more realistic. The best crop of each candidate is kept. Of these, ranked by their scores, column c takes ranks c, c +
 * ipc, c + 2 ipc, … for its N × N tiles, as the published code does; a tile smaller than an image is scored in the center of
 * an image of zeros, the mean color. Ranks begin again where there are fewer candidates than tiles. The published code has 5
 * crops of 300 candidates, N = 1 up to 64 × 64 pixels and N = 2 above.
 *
 * <p>The candidates of a class are read and scored once, when its first image is requested.
 */
public final class MosaicImages implements ImageInitializer {
    private static final int CROPS_AT_ONCE = 250;

    private final SynthesisInputs inputs;
    private final SeedSequence seeds;
    private final StartCandidates candidates;
    private final CandidateScores scores;
    private final MosaicGrid grid;
    private final int crops;
    private final int columns;
    private final Map<Integer, List<Crop>> ranked = new ConcurrentHashMap<>();

    /**
     * Crop of a training image.
     *
     * @param image index of the image
     * @param box the crop
     * @param crossEntropy score in nats
     */
    record Crop(int image, CropBox box, double crossEntropy) {}

    /**
     * Checks that there is an image of every class.
     *
     * @throws IllegalArgumentException when a class has no training image
     */
    public MosaicImages(SynthesisInputs inputs, SynthesisConfig config, SeedSequence seeds) {
        RealImages.requireEveryClass(inputs.dataset());
        this.inputs = inputs;
        this.seeds = seeds;
        candidates =
                new StartCandidates(inputs.dataset(), config.initialization().candidates(), seeds);
        scores = new CandidateScores(inputs.teacher());
        grid = new MosaicGrid(
                inputs.dataset().imageSize(), config.initialization().mosaicGrid());
        crops = config.initialization().mosaicCrops();
        columns = config.imagesPerClass();
    }

    @Override
    public NDArray images(ClassBatch batch, NDManager manager, DataType type) {
        List<ImageBatch> mosaics = new ArrayList<>();
        for (long label : batch.labels()) {
            mosaics.add(mosaic((int) label, batch.column(), manager));
        }
        return inputs.normalization().toTensor(manager, joined(mosaics), type);
    }

    private ImageBatch mosaic(int label, int column, NDManager manager) {
        List<Crop> order = ranked(label, manager);
        return grid.joined(IntStream.range(0, grid.count())
                .mapToObj(tile -> {
                    Crop crop = order.get((int) ((column + (long) tile * columns) % order.size()));
                    CropBox place = grid.tile(tile);
                    return new PilBilinearResize(place.height(), place.width())
                            .of(inputs.dataset().original(Split.TRAIN, crop.image()), crop.box());
                })
                .toList());
    }

    /** Returns the best crop of every candidate of a class, the most realistic first. */
    List<Crop> ranked(int label, NDManager manager) {
        return ranked.computeIfAbsent(label, unseen -> rank(unseen, manager));
    }

    private List<Crop> rank(int label, NDManager manager) {
        int[] images = candidates.of(label);
        int atOnce = Math.max(1, CROPS_AT_ONCE / crops);
        List<Crop> best = new ArrayList<>();
        for (int from = 0; from < images.length; from += atOnce) {
            int[] some = Arrays.copyOfRange(images, from, Math.min(images.length, from + atOnce));
            best.addAll(bestOf(some, label, manager));
        }
        best.sort(Comparator.comparingDouble(Crop::crossEntropy).thenComparingInt(Crop::image));
        return List.copyOf(best);
    }

    /** Returns the best crop of each image; of equal ones the first. */
    private List<Crop> bestOf(int[] images, int label, NDManager manager) {
        List<CropBox> boxes = new ArrayList<>();
        List<ImageBatch> tiles = new ArrayList<>();
        PilBilinearResize resize = new PilBilinearResize(grid.smallest());
        for (int image : images) {
            ImageBatch original = inputs.dataset().original(Split.TRAIN, image);
            RandomGenerator random = seeds.generator(RandomPurpose.MOSAIC_CROPS, image);
            for (int crop = 0; crop < crops; crop++) {
                CropBox box = SquareCrop.draw(original.height(), original.width(), random);
                boxes.add(box);
                tiles.add(resize.of(original, box));
            }
        }
        double[] crossEntropies = crossEntropies(tiles, label, manager);
        return IntStream.range(0, images.length)
                .mapToObj(image -> IntStream.range(image * crops, (image + 1) * crops)
                        .mapToObj(place -> new Crop(images[image], boxes.get(place), crossEntropies[place]))
                        .min(Comparator.comparingDouble(Crop::crossEntropy))
                        .orElseThrow())
                .toList();
    }

    private double[] crossEntropies(List<ImageBatch> tiles, int label, NDManager manager) {
        try (NDManager scope = manager.newSubManager()) {
            NDArray seen = inputs.normalization()
                    .toTensor(scope, joined(tiles), inputs.teacher().dataType());
            return scores.of(padded(seen), label);
        }
    }

    /** Returns tiles [N, C, h, w] in the center of images of zeros [N, C, H, W]. */
    private NDArray padded(NDArray tiles) {
        int size = grid.size();
        int missing = size - grid.smallest();
        if (missing == 0) {
            return tiles;
        }
        Shape shape = tiles.getShape();
        int from = missing / 2;
        int to = from + grid.smallest();
        NDArray images =
                tiles.getManager().zeros(new Shape(shape.get(0), shape.get(1), size, size), tiles.getDataType());
        images.set(new NDIndex(":, :, {}:{}, {}:{}", from, to, from, to), tiles);
        return images;
    }

    private static ImageBatch joined(List<ImageBatch> images) {
        ImageBatch first = images.get(0);
        byte[] pixels = new byte[images.size() * first.bytes().length];
        for (int i = 0; i < images.size(); i++) {
            System.arraycopy(images.get(i).bytes(), 0, pixels, i * first.bytes().length, first.bytes().length);
        }
        return new ImageBatch(images.size(), first.height(), first.width(), first.channels(), pixels);
    }
}

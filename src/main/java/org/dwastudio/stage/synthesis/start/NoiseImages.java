package org.dwastudio.stage.synthesis.start;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.random.RandomGenerator;
import org.dwastudio.random.RandomPurpose;
import org.dwastudio.random.SeedSequence;
import org.dwastudio.stage.synthesis.state.ClassBatch;

/**
 * Standard normal values in normalized space, the same in every number format.
 *
 * @param channels 1 or 3
 * @param imageSize height and width in pixels
 */
public record NoiseImages(SeedSequence seeds, int channels, int imageSize) implements ImageInitializer {

    @Override
    public NDArray images(ClassBatch batch, NDManager manager, DataType type) {
        int perImage = channels * imageSize * imageSize;
        double[] values = new double[batch.size() * perImage];
        for (int image = 0; image < batch.size(); image++) {
            long label = batch.firstClass() + (long) image;
            RandomGenerator random = seeds.generator(RandomPurpose.NOISE, batch.column(), label);
            for (int i = 0; i < perImage; i++) {
                values[image * perImage + i] = random.nextGaussian();
            }
        }
        Shape shape = new Shape(batch.size(), channels, imageSize, imageSize);
        try (NDArray exact = manager.create(values, shape);
                NDArray rounded = exact.toType(type, true)) {
            // A conversion to the same type shares the memory of the Java array, which goes with the first tensor.
            return rounded.duplicate();
        }
    }
}

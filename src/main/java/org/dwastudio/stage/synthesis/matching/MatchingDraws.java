package org.dwastudio.stage.synthesis.matching;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.stream.IntStream;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.data.Split;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.NetworkCatalog;
import org.dwastudio.random.RandomPurpose;
import org.dwastudio.random.SeedSequence;
import org.dwastudio.random.Shuffle;
import org.dwastudio.stage.synthesis.state.SynthesisInputs;

/**
 * Random decisions of a matching step. They depend on the seed and the iteration only, not on earlier steps or on the
 * other classes, so that a run resumes anywhere and slices of the classes have the images of the whole.
 *
 * @param inputs teacher, of which only the normalization counts, and dataset
 * @param seeds seeds of the run
 */
record MatchingDraws(SynthesisInputs inputs, SeedSequence seeds) {
    private static final String NETWORK = "convnet3-instance";
    /** The last layer is not used. */
    private static final int FEWEST_CLASSES = 2;

    /** Returns the network of an iteration, with random weights; it belongs to the manager. */
    Network network(int iteration, SynthesisConfig config, NDManager manager) {
        NetworkConfig network = new NetworkConfig(
                NETWORK,
                config.matching().width(),
                NetworkConfig.Stem.SMALL,
                inputs.dataset().channels(),
                FEWEST_CLASSES,
                inputs.dataset().imageSize());
        long seed = seeds.generator(RandomPurpose.MATCHING_NETWORK, iteration).nextLong();
        return new NetworkCatalog().build(network, manager, type(config), seed);
    }

    /** Returns the augmentation of an iteration. */
    MatchingAugmentation augmentation(int iteration, SynthesisConfig config) {
        return MatchingAugmentation.draw(seeds.generator(RandomPurpose.MATCHING_AUGMENTATION, iteration), config);
    }

    /**
     * Returns the real images of a class in an iteration, drawn without replacement; all of them if there are fewer.
     *
     * @param manager owner of the result
     * @return [N, C, H, W], normalized
     */
    NDArray images(int iteration, int label, SynthesisConfig config, NDManager manager) {
        int[] order = Shuffle.of(
                inputs.dataset().indicesOf(Split.TRAIN, label),
                seeds.generator(RandomPurpose.MATCHING_IMAGES, iteration, label));
        int[] drawn = IntStream.of(order).limit(config.matching().images()).toArray();
        return inputs.normalization().toTensor(manager, inputs.dataset().images(Split.TRAIN, drawn), type(config));
    }

    private static DataType type(SynthesisConfig config) {
        return SynthesisInputs.dataType(config);
    }
}

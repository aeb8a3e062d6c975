package org.dwastudio.stage.synthesis;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.List;
import java.util.Random;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.InMemoryDataset;
import org.dwastudio.data.LabeledImages;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.Normalization;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.NetworkCatalog;
import org.dwastudio.stage.synthesis.state.SynthesisInputs;

/** Three classes of small random images and a small random teacher: enough for every rule of the synthesis. */
public final class TinyWorld {
    public static final int CLASSES = 3;
    public static final int SIZE = 8;
    public static final int PER_CLASS = 5;
    public static final Normalization NORMALIZATION = new Normalization(List.of(0.4), List.of(0.2));
    public static final SynthesisConfig CONFIG = SynthesisConfig.paper()
            .withImagesPerClass(2)
            .withIterations(4)
            .withAugmentation(augmentation -> augmentation.withJitter(2));

    private TinyWorld() {}

    public static ImageDataset dataset() {
        return new InMemoryDataset("tiny", List.of("one", "two", "three"), split(1), split(2));
    }

    public static Network teacher(NDManager manager, DataType type) {
        NetworkConfig config = new NetworkConfig("convnet", 4, NetworkConfig.Stem.SMALL, 1, CLASSES, SIZE);
        return new NetworkCatalog().build(config, manager, type, 7);
    }

    public static SynthesisInputs inputs(NDManager manager) {
        return new SynthesisInputs(teacher(manager, DataType.FLOAT32), NORMALIZATION, dataset());
    }

    static Experiment experiment(SynthesisConfig config) {
        return SynthesisPresets.demonstration().withSynthesis(config);
    }

    private static LabeledImages split(long seed) {
        int count = CLASSES * PER_CLASS;
        byte[] pixels = new byte[count * SIZE * SIZE];
        new Random(seed).nextBytes(pixels);
        byte[] labels = new byte[count];
        for (int i = 0; i < count; i++) {
            labels[i] = (byte) (i % CLASSES);
        }
        return new LabeledImages(new ImageBatch(count, SIZE, SIZE, 1, pixels), labels);
    }
}

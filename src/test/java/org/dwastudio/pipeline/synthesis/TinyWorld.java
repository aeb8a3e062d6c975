package org.dwastudio.pipeline.synthesis;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.List;
import java.util.Random;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.NetworkConfig;
import org.dwastudio.config.Presets;
import org.dwastudio.config.SynthesisConfig;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.InMemoryDataset;
import org.dwastudio.data.LabelledImages;
import org.dwastudio.data.Normalization;
import org.dwastudio.event.PixelBlock;
import org.dwastudio.network.Network;
import org.dwastudio.network.NetworkCatalog;

/** Three classes of small random images and a small random teacher: enough for every rule of the synthesis. */
final class TinyWorld {
    static final int CLASSES = 3;
    static final int SIZE = 8;
    static final int PER_CLASS = 5;
    static final Normalization NORMALIZATION = new Normalization(List.of(0.4), List.of(0.2));
    static final SynthesisConfig CONFIG =
            SynthesisConfig.paper().withImagesPerClass(2).withIterations(4).withJitter(2);

    private TinyWorld() {}

    static ImageDataset dataset() {
        return new InMemoryDataset("tiny", List.of("one", "two", "three"), split(1), split(2));
    }

    static Network teacher(NDManager manager, DataType type) {
        NetworkConfig config = new NetworkConfig("convnet", 4, NetworkConfig.Stem.SMALL, 1, CLASSES, SIZE);
        return new NetworkCatalog().build(config, manager, type, 7);
    }

    static SynthesisInputs inputs(NDManager manager) {
        return new SynthesisInputs(teacher(manager, DataType.FLOAT32), NORMALIZATION, dataset());
    }

    static Experiment experiment(SynthesisConfig config) {
        return Presets.demonstration().withSynthesis(config);
    }

    private static LabelledImages split(long seed) {
        int count = CLASSES * PER_CLASS;
        byte[] pixels = new byte[count * SIZE * SIZE];
        new Random(seed).nextBytes(pixels);
        byte[] labels = new byte[count];
        for (int i = 0; i < count; i++) {
            labels[i] = (byte) (i % CLASSES);
        }
        return new LabelledImages(new PixelBlock(count, SIZE, SIZE, 1, pixels), labels);
    }
}

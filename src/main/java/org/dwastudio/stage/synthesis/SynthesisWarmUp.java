package org.dwastudio.stage.synthesis;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.Collections;
import java.util.List;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.event.StepLoss;
import org.dwastudio.image.Normalization;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.NetworkCatalog;
import org.dwastudio.nn.gradient.PixelOperators;
import org.dwastudio.random.RandomPurpose;
import org.dwastudio.random.SeedSequence;
import org.dwastudio.stage.synthesis.augmentation.AugmentationSampler;
import org.dwastudio.stage.synthesis.start.NoiseImages;
import org.dwastudio.stage.synthesis.start.StartImages;
import org.dwastudio.stage.synthesis.state.ClassBatch;
import org.dwastudio.stage.synthesis.step.AdjustedTeacher;
import org.dwastudio.stage.synthesis.step.DirectedWeightAdjustment;

/**
 * A synthesis of nothing: the engine compiles an operator when it first meets it, and a user who presses Start should not
 * wait for that.
 */
public final class SynthesisWarmUp {
    private static final int CLASSES = 2;
    private static final int SIZE = 16;
    private static final int STEPS = 3;

    /** Adjusts a small network and makes a few pixel steps; {@code operators} are those that later runs use. */
    public void run(NetworkCatalog catalog, PixelOperators operators, NDManager parent) {
        SynthesisConfig config = SynthesisConfig.paper().withAdjustment(adjustment -> adjustment.withAscentSteps(1));
        SeedSequence seeds = new SeedSequence(0);
        ClassBatch batch = new ClassBatch(0, 0, CLASSES);
        List<Double> half = Collections.singletonList(0.5);
        NetworkConfig small = new NetworkConfig("resnet18", 8, NetworkConfig.Stem.SMALL, 1, CLASSES, SIZE);
        try (NDManager scope = parent.newSubManager();
                Network network = catalog.build(small, scope, DataType.FLOAT32, 0)) {
            StartImages start = StartImages.of(
                    batch,
                    new NoiseImages(seeds, 1, SIZE).images(batch, scope, DataType.FLOAT32),
                    new Normalization(half, half));
            AdjustedTeacher adjusted = new DirectedWeightAdjustment(config)
                    .adjust(network, start.pixels(), start.labels(), seeds.generator(RandomPurpose.DIRECTION), scope);
            try (BatchSynthesis synthesis = new BatchSynthesis(adjusted.network(), start, config, operators, scope)) {
                AugmentationSampler augmentations = new AugmentationSampler(seeds, SIZE);
                for (int i = 0; i < STEPS; i++) {
                    StepLoss loss = synthesis.step(config, augmentations.draw(batch, i, config));
                    assert Double.isFinite(loss.total());
                }
            }
        }
    }
}

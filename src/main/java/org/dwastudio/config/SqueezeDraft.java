package org.dwastudio.config;

/** A {@link SqueezeConfig} while some of its values are being replaced. */
final class SqueezeDraft {
    String architecture;
    int width;
    NetworkConfig.Stem stem;
    int epochs;
    int batchSize;
    double learningRate;
    double momentum;
    boolean nesterov;
    double weightDecay;
    int warmUpEpochs;
    SqueezeConfig.Schedule schedule;
    double labelSmoothing;
    SqueezeConfig.Crop crop;
    int cropPadding;
    double smallestArea;
    boolean horizontalFlip;

    SqueezeDraft(SqueezeConfig config) {
        architecture = config.architecture();
        width = config.width();
        stem = config.stem();
        epochs = config.epochs();
        batchSize = config.batchSize();
        learningRate = config.learningRate();
        momentum = config.momentum();
        nesterov = config.nesterov();
        weightDecay = config.weightDecay();
        warmUpEpochs = config.warmUpEpochs();
        schedule = config.schedule();
        labelSmoothing = config.labelSmoothing();
        crop = config.crop();
        cropPadding = config.cropPadding();
        smallestArea = config.smallestArea();
        horizontalFlip = config.horizontalFlip();
    }

    SqueezeConfig finished() {
        return new SqueezeConfig(
                architecture,
                width,
                stem,
                epochs,
                batchSize,
                learningRate,
                momentum,
                nesterov,
                weightDecay,
                warmUpEpochs,
                schedule,
                labelSmoothing,
                crop,
                cropPadding,
                smallestArea,
                horizontalFlip);
    }
}

package org.dwastudio.config;

/** An {@link EvaluationConfig} while some of its values are being replaced. */
final class EvaluationDraft {
    String architecture;
    int width;
    NetworkConfig.Stem stem;
    int students;
    int epochs;
    int batchSize;
    EvaluationConfig.Optimizer optimizer;
    double learningRate;
    double momentum;
    double weightDecay;
    int warmUpEpochs;
    EvaluationConfig.Schedule schedule;
    SqueezeConfig.Crop crop;
    int cropPadding;
    double smallestArea;
    boolean horizontalFlip;
    EvaluationConfig.Mix mix;
    double mixAlpha;
    EvaluationConfig.Loss loss;
    EvaluationConfig.SoftLabels softLabels;
    EvaluationConfig.LabelKinds labels;
    double temperature;
    double hardWeight;
    double averageDecay;
    int measurements;

    EvaluationDraft(EvaluationConfig config) {
        architecture = config.architecture();
        width = config.width();
        stem = config.stem();
        students = config.students();
        epochs = config.epochs();
        batchSize = config.batchSize();
        optimizer = config.optimizer();
        learningRate = config.learningRate();
        momentum = config.momentum();
        weightDecay = config.weightDecay();
        warmUpEpochs = config.warmUpEpochs();
        schedule = config.schedule();
        crop = config.crop();
        cropPadding = config.cropPadding();
        smallestArea = config.smallestArea();
        horizontalFlip = config.horizontalFlip();
        mix = config.mix();
        mixAlpha = config.mixAlpha();
        loss = config.loss();
        softLabels = config.softLabels();
        labels = config.labels();
        temperature = config.temperature();
        hardWeight = config.hardWeight();
        averageDecay = config.averageDecay();
        measurements = config.measurements();
    }

    EvaluationConfig finished() {
        return new EvaluationConfig(
                architecture,
                width,
                stem,
                students,
                epochs,
                batchSize,
                optimizer,
                learningRate,
                momentum,
                weightDecay,
                warmUpEpochs,
                schedule,
                crop,
                cropPadding,
                smallestArea,
                horizontalFlip,
                mix,
                mixAlpha,
                loss,
                softLabels,
                labels,
                temperature,
                hardWeight,
                averageDecay,
                measurements);
    }
}

package org.dwastudio.config;

/** An {@link EvaluationConfig} while some of its values are being replaced. */
public final class EvaluationDraft {
    public String architecture;
    int width;
    public NetworkConfig.Stem stem;
    int students;
    public int epochs;
    int batchSize;
    public EvaluationConfig.Optimizer optimizer;
    double learningRate;
    double momentum;
    double weightDecay;
    int warmUpEpochs;
    public EvaluationConfig.Schedule schedule;
    public SqueezeConfig.Crop crop;
    public int cropPadding;
    double smallestArea;
    public boolean horizontalFlip;
    public EvaluationConfig.Mix mix;
    double mixAlpha;
    public EvaluationConfig.Loss loss;
    public EvaluationConfig.SoftLabels softLabels;
    public EvaluationConfig.LabelKinds labels;
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

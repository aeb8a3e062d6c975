package org.dwastudio.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * How students are trained to find out what a distilled set is worth. The same recipe and number of steps holds for every
 * set that is compared.
 *
 * @param architecture name in the network catalogue
 * @param width channels of the first stage
 * @param stem how images enter the network
 * @param students how many are trained on each set, from different seeds
 * @param epochs passes over the distilled set; a larger set is trained on for as many steps
 * @param batchSize images a step
 * @param optimizer what turns gradients into steps
 * @param learningRate rate at the start of the schedule
 * @param momentum SGD's momentum
 * @param weightDecay AdamW's decoupled decay, or SGD's L2 penalty
 * @param warmUpEpochs epochs in which the rate rises; part of {@code epochs}
 * @param schedule how the rate falls from step to step
 * @param crop how an image is cut
 * @param cropPadding pixels of black padding before the crop of {@link SqueezeConfig.Crop#PADDED}
 * @param smallestArea smallest share of the image that {@link SqueezeConfig.Crop#RESIZED} keeps
 * @param horizontalFlip whether half of the images are mirrored
 * @param mix how two images are made one
 * @param mixAlpha α of the Beta(α, α) that their shares come from
 * @param loss what the student learns from the soft labels
 * @param softLabels where the soft labels of the distilled set come from
 * @param labels which kinds of labels there are students for
 * @param temperature τ of {@link Loss#KL} and {@link Loss#KL_SCALED}
 * @param hardWeight weight of the cross-entropy with hard labels beside {@link Loss#MSE}
 * @param averageDecay of the moving average of the weights that is measured; 0 measures the weights themselves
 * @param measurements how often the test split is looked at in a training, the end included
 */
public record EvaluationConfig(
        String architecture,
        int width,
        NetworkConfig.Stem stem,
        int students,
        int epochs,
        int batchSize,
        Optimizer optimizer,
        double learningRate,
        double momentum,
        double weightDecay,
        int warmUpEpochs,
        Schedule schedule,
        SqueezeConfig.Crop crop,
        int cropPadding,
        double smallestArea,
        boolean horizontalFlip,
        Mix mix,
        double mixAlpha,
        Loss loss,
        SoftLabels softLabels,
        LabelKinds labels,
        double temperature,
        double hardWeight,
        double averageDecay,
        int measurements) {

    /** What turns gradients into steps. */
    public enum Optimizer {
        /** Loshchilov and Hutter 2019, β = 0.9 and 0.999. */
        ADAM_W,
        /** With momentum. */
        SGD
    }

    /** How the rate falls from step to step. */
    public enum Schedule {
        /** ½(1 + cos(πt/T)): along half a cosine, to zero. */
        COSINE,
        /** ½(1 + cos(πt/2T)): along the first half of that, to half the rate (EDC, NeurIPS 2024). */
        HALF_COSINE,
        CONSTANT
    }

    /** How two images are made one. */
    public enum Mix {
        NONE,
        /** λ of one and 1 − λ of the other, pixel by pixel (Zhang et al. 2018). */
        MIXUP,
        /** A box of the other in the one, of the share 1 − λ (Yun et al. 2019). */
        CUTMIX
    }

    /** What the student learns from the teacher's answers. */
    public enum Loss {
        /** KL(softmax(teacher/τ) ‖ softmax(student/τ)). */
        KL,
        /** The same, times τ², so that its gradients do not shrink with τ. */
        KL_SCALED,
        /** Mean squared difference of the logits, and a little cross-entropy with the hard labels (EDC, NeurIPS 2024). */
        MSE
    }

    /** Where the soft labels of the distilled set come from. Other sets have theirs asked for at every step. */
    public enum SoftLabels {
        /** The teacher is asked at every step. */
        ONLINE,
        /** From the run folder, where the stage relabel left them: all students see the same views. */
        STORED
    }

    /** Which kinds of labels there are students for. The comparison with random real images needs both. */
    public enum LabelKinds {
        /** Some learn from soft labels, as many others from hard ones. */
        BOTH,
        /** All learn the teacher's answers. */
        SOFT,
        /** All learn the classes alone: the teacher is not asked. */
        HARD
    }

    /** The published recipe for CIFAR. */
    public static EvaluationConfig paper() {
        return new EvaluationConfig(
                "resnet18",
                64,
                NetworkConfig.Stem.SMALL,
                3,
                400,
                128,
                Optimizer.ADAM_W,
                1e-3,
                0.9,
                0.01,
                0,
                Schedule.COSINE,
                SqueezeConfig.Crop.PADDED,
                4,
                0.08,
                true,
                Mix.MIXUP,
                0.8,
                Loss.KL,
                SoftLabels.ONLINE,
                LabelKinds.BOTH,
                30,
                0,
                0,
                20);
    }

    /** The published recipe for Tiny-ImageNet. */
    public static EvaluationConfig tinyImageNet() {
        return paper().edited(draft -> {
            draft.epochs = 200;
            draft.batchSize = 64;
            draft.optimizer = Optimizer.SGD;
            draft.learningRate = 0.2;
            draft.weightDecay = 1e-4;
            draft.warmUpEpochs = 5;
            draft.crop = SqueezeConfig.Crop.RESIZED;
            draft.mix = Mix.CUTMIX;
            draft.mixAlpha = 1;
            draft.loss = Loss.KL_SCALED;
            draft.temperature = 20;
        });
    }

    /** The published recipe for ImageNet-1K. */
    public static EvaluationConfig imageNet() {
        return paper().edited(draft -> {
            draft.stem = NetworkConfig.Stem.IMAGENET;
            draft.epochs = 300;
            draft.crop = SqueezeConfig.Crop.RESIZED;
            draft.mix = Mix.CUTMIX;
            draft.mixAlpha = 1;
            draft.temperature = 20;
        });
    }

    /** What later methods train their students with (EDC, NeurIPS 2024): small batches, half a cosine, averaged weights. */
    public static EvaluationConfig modern() {
        return paper().edited(draft -> {
            draft.epochs = 600;
            draft.batchSize = 50;
            draft.schedule = Schedule.HALF_COSINE;
            draft.mix = Mix.CUTMIX;
            draft.mixAlpha = 1;
            draft.loss = Loss.MSE;
            draft.hardWeight = 0.025;
            draft.averageDecay = 0.99;
        });
    }

    /** What values that are allowed one by one contradict each other: messages by the key of the value to change. */
    public Map<String, String> contradictions() {
        Map<String, String> problems = new LinkedHashMap<>();
        if (warmUpEpochs > epochs) {
            problems.put(
                    "warmUpEpochs",
                    warmUpEpochs + " is more than epochs (" + epochs + "); the warm-up is a part of them");
        }
        return problems;
    }

    /** The same recipe for another student. */
    public EvaluationConfig withStudent(String otherArchitecture, int otherWidth, NetworkConfig.Stem otherStem) {
        return edited(draft -> {
            draft.architecture = otherArchitecture;
            draft.width = otherWidth;
            draft.stem = otherStem;
        });
    }

    public EvaluationConfig withBatchSize(int other) {
        return edited(draft -> draft.batchSize = other);
    }

    public EvaluationConfig withSoftLabels(SoftLabels other) {
        return edited(draft -> draft.softLabels = other);
    }

    public EvaluationConfig withLabels(LabelKinds others) {
        return edited(draft -> draft.labels = others);
    }

    /** Whether students learn from soft labels that must have been stored. */
    public boolean needsStoredLabels() {
        return softLabels == SoftLabels.STORED && labels != LabelKinds.HARD;
    }

    public EvaluationConfig edited(Consumer<EvaluationDraft> edit) {
        EvaluationDraft draft = new EvaluationDraft(this);
        edit.accept(draft);
        return draft.finished();
    }
}

package org.dwastudio.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * How a teacher is trained: SGD with momentum on the hard labels.
 *
 * @param architecture name in the network catalogue
 * @param width channels of the first stage
 * @param stem how images enter the network
 * @param epochs passes over the training images
 * @param batchSize images a step
 * @param learningRate SGD's rate at the start of the schedule
 * @param momentum SGD's momentum
 * @param nesterov whether the momentum looks ahead
 * @param weightDecay L2 penalty added to the gradient
 * @param warmUpEpochs epochs in which the rate rises to {@code learningRate}; part of {@code epochs}
 * @param schedule how the rate falls from epoch to epoch
 * @param labelSmoothing share of the target spread evenly over all classes
 * @param crop how a training image is cut
 * @param cropPadding pixels of zero padding before the crop of {@link Crop#PADDED}; 0 switches it off
 * @param smallestArea smallest share of the image that {@link Crop#RESIZED} keeps
 * @param horizontalFlip whether half of the images are mirrored; off for digits and text
 */
public record SqueezeConfig(
        String architecture,
        int width,
        NetworkConfig.Stem stem,
        int epochs,
        int batchSize,
        double learningRate,
        double momentum,
        boolean nesterov,
        double weightDecay,
        int warmUpEpochs,
        Schedule schedule,
        double labelSmoothing,
        Crop crop,
        int cropPadding,
        double smallestArea,
        boolean horizontalFlip) {

    private static final int STEPS = 3;

    /** How the rate falls from epoch to epoch. */
    public enum Schedule {
        /** Along half a cosine, to zero. */
        COSINE,
        /** A tenth after every third of the epochs, as torchvision's reference recipe does with 30 of 90. */
        STEP,
        CONSTANT
    }

    /** How a training image is cut. */
    public enum Crop {
        /** A random crop of the former size after padding with black (CIFAR). */
        PADDED,
        /** A random part of random size and shape, brought to full size (ImageNet). */
        RESIZED
    }

    /** The published recipe for CIFAR. */
    public static SqueezeConfig paper() {
        return new SqueezeConfig(
                "resnet18",
                64,
                NetworkConfig.Stem.SMALL,
                200,
                128,
                0.1,
                0.9,
                false,
                5e-4,
                0,
                Schedule.COSINE,
                0,
                Crop.PADDED,
                4,
                0.08,
                true);
    }

    /** torchvision's reference recipe for ImageNet-1K. */
    public static SqueezeConfig imageNet() {
        return paper().edited(draft -> {
            draft.stem = NetworkConfig.Stem.IMAGENET;
            draft.epochs = 90;
            draft.batchSize = 256;
            draft.weightDecay = 1e-4;
            draft.schedule = Schedule.STEP;
            draft.crop = Crop.RESIZED;
        });
    }

    /**
     * What values that are allowed one by one contradict each other: messages by the key of the value to change.
     */
    public Map<String, String> contradictions() {
        Map<String, String> problems = new LinkedHashMap<>();
        if (warmUpEpochs > epochs) {
            problems.put(
                    "warmUpEpochs",
                    warmUpEpochs + " is more than epochs (" + epochs + "); the warm-up is a part of them");
        }
        if (schedule == Schedule.STEP && epochs - warmUpEpochs < STEPS) {
            problems.put(
                    "schedule",
                    "step lowers the rate after every third of the epochs, so it needs " + STEPS
                            + " or more behind the warm-up, not " + Math.max(0, epochs - warmUpEpochs));
        }
        if (nesterov && momentum == 0) {
            problems.put("nesterov", "looks ahead along the momentum, so momentum must be above 0");
        }
        return problems;
    }

    public SqueezeConfig withArchitecture(String other) {
        return edited(draft -> draft.architecture = other);
    }

    public SqueezeConfig withWidth(int other) {
        return edited(draft -> draft.width = other);
    }

    public SqueezeConfig withStem(NetworkConfig.Stem other) {
        return edited(draft -> draft.stem = other);
    }

    public SqueezeConfig withEpochs(int other) {
        return edited(draft -> draft.epochs = other);
    }

    public SqueezeConfig withBatchSize(int other) {
        return edited(draft -> draft.batchSize = other);
    }

    public SqueezeConfig withLearningRate(double other) {
        return edited(draft -> draft.learningRate = other);
    }

    public SqueezeConfig withMomentum(double other) {
        return edited(draft -> draft.momentum = other);
    }

    public SqueezeConfig withNesterov(boolean other) {
        return edited(draft -> draft.nesterov = other);
    }

    public SqueezeConfig withWeightDecay(double other) {
        return edited(draft -> draft.weightDecay = other);
    }

    public SqueezeConfig withWarmUpEpochs(int other) {
        return edited(draft -> draft.warmUpEpochs = other);
    }

    public SqueezeConfig withSchedule(Schedule other) {
        return edited(draft -> draft.schedule = other);
    }

    public SqueezeConfig withLabelSmoothing(double other) {
        return edited(draft -> draft.labelSmoothing = other);
    }

    public SqueezeConfig withCrop(Crop other) {
        return edited(draft -> draft.crop = other);
    }

    public SqueezeConfig withCropPadding(int other) {
        return edited(draft -> draft.cropPadding = other);
    }

    public SqueezeConfig withSmallestArea(double other) {
        return edited(draft -> draft.smallestArea = other);
    }

    public SqueezeConfig withHorizontalFlip(boolean other) {
        return edited(draft -> draft.horizontalFlip = other);
    }

    private SqueezeConfig edited(Consumer<SqueezeDraft> edit) {
        SqueezeDraft draft = new SqueezeDraft(this);
        edit.accept(draft);
        return draft.finished();
    }
}

package org.dwastudio.random;

import java.util.Random;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Random decisions of a run. The key and the algorithm of a purpose are fixed for good: they decide the numbers that
 * are drawn, and a run of an earlier version must resume with the same ones.
 */
public enum RandomPurpose {
    /** Order of the training images in an epoch, at [epoch, 0]. */
    EPOCH_ORDER(1),
    /** Crop and flip of a training image, at [epoch, index in the order]. */
    EPOCH_IMAGE(2),
    /** Units dropped in a training step, at [epoch, step]. */
    EPOCH_DROPOUT(3),

    /** Real images of a class that a student learns from, at [student, label]. */
    STUDENT_IMAGES(11),
    /** Order of the images in an epoch of a student, at [student, epoch]. */
    STUDENT_ORDER(12),
    /** Crops, flips and mixing of a student's batch, at [student, step]. */
    STUDENT_BATCH(13),
    /** Initial weights of a student, at [student, 0]. */
    STUDENT_WEIGHTS(14),
    /** Units dropped in a step of a student, at [student, step]. */
    STUDENT_DROPOUT(15),

    /** Training images that get another label, and these labels, at [label]. */
    LABEL_NOISE(21),
    /** Noise of a training image, at [index]. */
    CORRUPTION(22),
    /** Points of a sweep, at [place]; combinations of a grid, at [0]; resampled trials, at [1, resample]. */
    SWEEP_POINT(40),

    /** Initial weights of the network of a matching step, at [iteration]. */
    MATCHING_NETWORK(51),
    /** Real images of a matching step, at [iteration, label]. */
    MATCHING_IMAGES(52),
    /** Shift, mirroring, brightness and contrast of a matching step, at [iteration]. */
    MATCHING_AUGMENTATION(53),

    /** Real images that synthesis starts from, at [label]. */
    START_IMAGE("START_IMAGE"),
    /** Training images among which the teacher chooses start images, at [label]. */
    START_CANDIDATES(61),
    /** Crops of a training image for mosaics, at [index]. */
    MOSAIC_CROPS(62),
    /** Clusters whose medoids synthesis starts from, at [label]. */
    CLUSTERS("CLUSTERS"),
    /** Noise that synthesis starts from, at [column, label]. */
    NOISE("NOISE"),
    /** Shift, crop and flip of a synthesis step, at [column, first class, iteration]. */
    AUGMENTATION("VIEW"),
    /** Initial direction of the weight adjustment, at [column, first class]. */
    DIRECTION("DIRECTION"),
    /** Real images that diversity is compared with, at [label]. */
    REAL_REFERENCE("REAL_REFERENCE"),
    /** Real images that the feature regression predicts, at [column, label]. */
    REGRESSION_IMAGES("REGRESSION_IMAGES"),
    /** Initial weights of a regression student, at [column, first class, student]. */
    REGRESSION_STUDENT("REGRESSION_STUDENT"),
    /** Images of a regression step, at [column, first class, step]. */
    REGRESSION_STEP("REGRESSION_STEP");

    private final long key;
    private final boolean legacyGenerator;

    RandomPurpose(int key) {
        this.key = key;
        this.legacyGenerator = false;
    }

    RandomPurpose(String key) {
        this.key = key.hashCode();
        this.legacyGenerator = true;
    }

    long key() {
        return key;
    }

    RandomGenerator generator(long state) {
        return legacyGenerator ? new Random(state) : new SplittableRandom(state);
    }
}

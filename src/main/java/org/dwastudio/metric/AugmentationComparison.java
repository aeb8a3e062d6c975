package org.dwastudio.metric;

/**
 * Comparison of a distilled set with random real images, both with and without augmentation of the training images
 * (DD-Ranking 2025). All accuracies are shares, 0 to 1, of students trained with the same recipe and number of steps.
 *
 * @param distilledAugmented distilled set, with the recipe's augmentation and mix
 * @param randomAugmented random real images at equal images per class, with the recipe's augmentation and mix
 * @param distilledPlain distilled set, without augmentation and mix
 * @param randomPlain random real images at equal images per class, without augmentation and mix
 */
public record AugmentationComparison(
        double distilledAugmented, double randomAugmented, double distilledPlain, double randomPlain) {
    private static final double HALF = 0.5;

    /**
     * Returns the augmentation robust score: (e^β − e⁻¹)/(e − e⁻¹), where β is the mean of the accuracies gained over
     * random real images with and without augmentation; 0 to 1, higher is better.
     */
    public double augmentationRobustScore() {
        return FairComparison.robustScore(
                HALF * (distilledAugmented - randomAugmented) + HALF * (distilledPlain - randomPlain));
    }
}

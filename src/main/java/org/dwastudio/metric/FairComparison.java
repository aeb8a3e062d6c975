package org.dwastudio.metric;

/**
 * Comparison of a distilled set with the full training set and with random real images (DD-Ranking 2025). All
 * accuracies are shares, 0 to 1, of students trained with the same recipe and number of steps.
 *
 * @param distilledHard distilled set, hard labels
 * @param distilledSoft distilled set, soft labels
 * @param randomSoft random real images at equal images per class, soft labels
 * @param fullHard all real images, hard labels
 */
public record FairComparison(double distilledHard, double distilledSoft, double randomSoft, double fullHard) {
    private static final double HALF = 0.5;

    /** Returns the hard label recovery: the accuracy lost against all real images with hard labels; lower is better. */
    public double hardLabelRecovery() {
        return fullHard - distilledHard;
    }

    /**
     * Returns the improvement over random: the accuracy gained over random real images with soft labels; higher is
     * better.
     */
    public double improvementOverRandom() {
        return distilledSoft - randomSoft;
    }

    /**
     * Returns the label robust score, which combines both: (e^α − e⁻¹)/(e − e⁻¹) with α = ½ IOR − ½ HLR; 0 to 1, higher
     * is better.
     */
    public double labelRobustScore() {
        return robustScore(HALF * improvementOverRandom() - HALF * hardLabelRecovery());
    }

    /** Returns (e^x − e⁻¹)/(e − e⁻¹), which maps −1 to 0 and 1 to 1. */
    static double robustScore(double gain) {
        return (Math.exp(gain) - Math.exp(-1)) / (Math.E - Math.exp(-1));
    }
}

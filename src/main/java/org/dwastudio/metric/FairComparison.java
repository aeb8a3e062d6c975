package org.dwastudio.metric;

/**
 * What a distilled set is worth beside what it stands for and what it must beat (DD-Ranking 2025). All accuracies are
 * shares, 0 to 1, of students trained by one recipe and number of steps.
 *
 * @param distilledHard distilled set, hard labels
 * @param distilledSoft distilled set, soft labels
 * @param randomSoft random real images at equal images per class, soft labels
 * @param fullHard all real images, hard labels
 */
public record FairComparison(double distilledHard, double distilledSoft, double randomSoft, double fullHard) {
    private static final double HALF = 0.5;

    /** Hard label recovery: what is lost against all real images without the teacher's help; lower is better. */
    public double hardLabelRecovery() {
        return fullHard - distilledHard;
    }

    /** Improvement over random: what the pictures add that any real ones would not; higher is better. */
    public double improvementOverRandom() {
        return distilledSoft - randomSoft;
    }

    /** Label robust score: both in one number, (e^α − e⁻¹)/(e − e⁻¹) with α = ½ IOR − ½ HLR; 0 to 1, higher is better. */
    public double labelRobustScore() {
        double alpha = HALF * improvementOverRandom() - HALF * hardLabelRecovery();
        return (Math.exp(alpha) - Math.exp(-1)) / (Math.E - Math.exp(-1));
    }
}

package org.dwastudio.stage.evaluation.result;

import org.dwastudio.metric.MeanAndStdDev;

/**
 * Score of a distilled set.
 *
 * @param score kind of the score
 * @param spread mean and standard deviation over the students; differences of accuracies are shares, −1 to 1
 * @param students number of students of each kind that the score is computed from, 1 or more
 */
public record MeasuredScore(FairScore score, MeanAndStdDev spread, int students) {

    /**
     * Returns mean and standard deviation as text, without a unit; a single student has no deviation.
     *
     * @param plusMinus text between both
     */
    public String text(String plusMinus) {
        String mean = score.format(spread.mean());
        return students < 2 ? mean : mean + plusMinus + score.format(spread.deviation());
    }
}

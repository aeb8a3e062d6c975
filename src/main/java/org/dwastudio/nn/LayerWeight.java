package org.dwastudio.nn;

/**
 * What the gaps of one batch norm weigh in the total loss.
 *
 * @param mean weight of ‖μ − μ̂‖₂
 * @param variance weight of ‖σ² − σ̂²‖₂
 */
public record LayerWeight(double mean, double variance) {

    public LayerWeight times(double factor) {
        return new LayerWeight(mean * factor, variance * factor);
    }
}

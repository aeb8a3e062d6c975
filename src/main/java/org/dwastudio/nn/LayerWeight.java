package org.dwastudio.nn;

/**
 * Weights of one batch norm's statistics gaps in the total loss.
 *
 * @param mean weight of ‖μ − μ̂‖₂
 * @param variance weight of ‖σ² − σ̂²‖₂
 */
public record LayerWeight(double mean, double variance) {

    public LayerWeight times(double factor) {
        return new LayerWeight(mean * factor, variance * factor);
    }
}

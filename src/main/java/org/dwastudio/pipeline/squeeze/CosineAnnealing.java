package org.dwastudio.pipeline.squeeze;

/**
 * The learning rate falls along half a cosine, from epoch to epoch (PyTorch's CosineAnnealingLR down to zero, stepped
 * once an epoch, as the published recipe for CIFAR does it).
 *
 * @param initialRate rate of epoch 0
 * @param epochs length of the half cosine
 */
record CosineAnnealing(double initialRate, int epochs) {

    /** The rate of all steps of an epoch, counted from 0. */
    double rate(int epoch) {
        return initialRate * (1 + Math.cos(Math.PI * epoch / epochs)) / 2;
    }
}

package org.dwastudio.metric.feature;

/**
 * Fidelity and diversity of a set of images (Naeem et al., "Reliable fidelity and diversity metrics for generative
 * models", ICML 2020).
 *
 * @param density mean number of balls of the {@link RealManifold} that an image of the set lies in, divided by k; at
 *     least 0, about 1 for further real images, and above 1 for images that gather where real ones are dense
 * @param coverage share of the balls that contain an image of the set, 0 to 1, higher is more diverse. A small set
 *     covers few balls: compare with a real set of the same size
 */
public record DensityAndCoverage(double density, double coverage) {}

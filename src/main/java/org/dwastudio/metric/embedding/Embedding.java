package org.dwastudio.metric.embedding;

/**
 * Result of t-SNE.
 *
 * @param points one point per row of the features
 * @param divergence Kullback–Leibler divergence at the end, at least 0; lower keeps neighborhoods better
 * @param iterations number of iterations
 */
public record Embedding(Plane points, double divergence, int iterations) {}

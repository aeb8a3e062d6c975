package org.dwastudio.sweep;

/**
 * Students of one run on the test split.
 *
 * @param trial key of the row whose images they are trained on
 * @param winner key of the row that was the best when the test split was used
 * @param seed seed of the run
 * @param score mean accuracy, 0 to 1, or label robust score
 */
public record TestRun(String trial, String winner, long seed, double score) {}

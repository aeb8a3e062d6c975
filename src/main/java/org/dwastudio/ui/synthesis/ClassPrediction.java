package org.dwastudio.ui.synthesis;

/**
 * What the teacher takes a picture for.
 *
 * @param className the class
 * @param probability 0 to 1
 */
public record ClassPrediction(String className, double probability) {}

package org.dwastudio.engine;

/**
 * The teacher's word on one class.
 *
 * @param label the class
 * @param className its name
 * @param probability 0 to 1
 */
public record ClassProbability(int label, String className, double probability) {}

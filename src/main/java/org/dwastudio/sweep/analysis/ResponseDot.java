package org.dwastudio.sweep.analysis;

/**
 * Trial on the plot of a setting.
 *
 * @param trial key of the trial
 * @param place place of its value between the first and the last one, 0 to 1
 * @param score mean over its seeds
 */
public record ResponseDot(String trial, double place, double score) {}

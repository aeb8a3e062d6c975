package org.dwastudio.sweep.analysis;

import org.dwastudio.metric.significance.MeanInterval;

/**
 * Mean score of the trials with about the same value of a setting.
 *
 * @param value value, or the middle of some close values
 * @param place place of the value between the first and the last one, 0 to 1
 * @param score over trials and seeds, with its 95 % interval
 */
public record ResponsePoint(String value, double place, MeanInterval score) {}

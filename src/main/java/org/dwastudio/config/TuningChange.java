package org.dwastudio.config;

/**
 * A parameter moved while a run was under way; replaying a run applies it at the same place.
 *
 * @param column column in which the new value first counts, from 0
 * @param iteration pixel step of that column before which it first counts, from 0
 * @param parameter what was moved
 * @param from value before
 * @param to value from then on
 */
public record TuningChange(int column, int iteration, SynthesisParameter parameter, double from, double to) {}

package org.dwastudio.config.yaml;

import org.dwastudio.config.Experiment;
import org.dwastudio.config.sweep.SweepConfig;

/**
 * Content of an experiment file with the block {@code sweep}.
 *
 * @param experiment values of all settings that do not vary
 * @param sweep what varies, and how
 */
public record SweepFile(Experiment experiment, SweepConfig sweep) {}

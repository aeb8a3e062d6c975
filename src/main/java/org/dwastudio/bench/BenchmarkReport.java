package org.dwastudio.bench;

import java.util.Map;
import java.util.OptionalLong;
import org.dwastudio.stage.StepTimes;

/**
 * Results of a step benchmark.
 *
 * @param measured benchmark case
 * @param times step times of every variant, in the order in which the variants alternated
 * @param peakKilobytes peak memory of the process after the warm-up of the first variant, before any other variant ran;
 *     empty when the system does not report it
 */
public record BenchmarkReport(BenchmarkCase measured, Map<StepVariant, StepTimes> times, OptionalLong peakKilobytes) {}

package org.dwastudio.bench;

import java.util.Map;
import java.util.OptionalLong;
import org.dwastudio.stage.StepTimes;

/**
 * What a benchmark measured.
 *
 * @param measured the case
 * @param times of every variant, in the order in which they took turns
 * @param peakKilobytes the most memory that the process had held when only the first variant had run; empty where the
 *     system does not tell
 */
public record BenchmarkReport(BenchmarkCase measured, Map<StepVariant, StepTimes> times, OptionalLong peakKilobytes) {}

package org.dwastudio.bench;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.dwastudio.stage.StepTimes;

/**
 * Results of a step benchmark.
 *
 * @param measured benchmark case
 * @param times step times of every variant, in the order in which the variants alternated
 * @param peakKilobytes peak memory of the process after the warm-up of the first variant, before any other variant ran;
 *     empty when the system does not report it
 * @param instructions instructions and threads of the steps
 */
public record BenchmarkReport(
        BenchmarkCase measured,
        Map<StepVariant, StepTimes> times,
        OptionalLong peakKilobytes,
        InstructionsInUse instructions) {

    /**
     * Returns the median time of one variant divided by that of another.
     *
     * @return the ratio, above 1 if the first one is slower; empty if one of them was not measured
     */
    public Optional<Double> ratio(StepVariant one, StepVariant other) {
        return Optional.ofNullable(times.get(one)).flatMap(first -> Optional.ofNullable(times.get(other))
                .map(second -> first.median() / second.median()));
    }
}

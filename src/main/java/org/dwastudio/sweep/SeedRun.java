package org.dwastudio.sweep;

import java.util.Optional;
import java.util.OptionalDouble;
import org.dwastudio.text.Message;

/**
 * One run of a candidate.
 *
 * @param seed seed of the experiment
 * @param score score on held-out images, by the objective; empty if the run failed
 * @param vendi Vendi score of the images; empty if the run failed or they are none of a synthesis
 * @param seconds duration of the run
 * @param failure reason of a failure
 */
public record SeedRun(
        long seed, OptionalDouble score, OptionalDouble vendi, double seconds, Optional<Message> failure) {}

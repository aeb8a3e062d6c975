package org.dwastudio.sweep;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Time that a sweep still needs, from the measured seconds of its finished runs.
 *
 * @param trials all trials with a number, baselines included
 * @param unknown cost of the candidates that have no number yet, in runs of full length
 */
record TimeLeft(List<Trial> trials, double unknown) {
    TimeLeft {
        trials = List.copyOf(trials);
    }

    /**
     * Returns the time from the start of the next run on.
     *
     * @return in seconds; empty before the first finished run
     */
    OptionalDouble seconds() {
        OptionalDouble pace = pace();
        return pace.isPresent() ? OptionalDouble.of(pace.getAsDouble() * remaining()) : OptionalDouble.empty();
    }

    /**
     * Returns the time of a run of full length. Runs of candidates are shorter than those of the preset, which also
     * trains students on real images, and count alone once there are any.
     *
     * @return in seconds; empty before the first finished run
     */
    OptionalDouble pace() {
        OptionalDouble own = pace(Trial.Kind.CANDIDATE);
        return own.isPresent() ? own : pace(Trial.Kind.PRESET);
    }

    private OptionalDouble pace(Trial.Kind kind) {
        double seconds = 0;
        double runs = 0;
        for (Trial trial : trials) {
            for (SeedRun run : trial.kind() == kind ? trial.runs() : List.<SeedRun>of()) {
                if (run.failure().isEmpty()) {
                    seconds += run.seconds();
                    runs += trial.candidate().share();
                }
            }
        }
        return runs > 0 ? OptionalDouble.of(seconds / runs) : OptionalDouble.empty();
    }

    private double remaining() {
        return unknown
                + trials.stream()
                        .filter(trial -> trial.kind() != Trial.Kind.RANDOM_REAL)
                        .mapToDouble(trial ->
                                Math.max(0, trial.planned() - trial.runs().size())
                                        * trial.candidate().share())
                        .sum();
    }
}

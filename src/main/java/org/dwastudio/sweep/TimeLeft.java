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
        OptionalDouble candidates = pace(Trial.Kind.CANDIDATE);
        OptionalDouble presets = pace(Trial.Kind.PRESET);
        return candidates.isPresent() && presets.isPresent()
                ? OptionalDouble.of(candidates.getAsDouble() * (unknown + remaining(Trial.Kind.CANDIDATE))
                        + presets.getAsDouble() * remaining(Trial.Kind.PRESET))
                : OptionalDouble.empty();
    }

    /**
     * Returns the time of a run of full length. Runs of candidates are shorter than those of the preset, which also
     * trains students on real images; those of the other kind count only while there are none of its own.
     *
     * @return in seconds; empty before the first finished run
     */
    OptionalDouble pace(Trial.Kind kind) {
        OptionalDouble own = measured(kind);
        return own.isPresent() ? own : measured(kind == Trial.Kind.PRESET ? Trial.Kind.CANDIDATE : Trial.Kind.PRESET);
    }

    private OptionalDouble measured(Trial.Kind kind) {
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

    private double remaining(Trial.Kind kind) {
        return trials.stream()
                .filter(trial -> trial.kind() == kind)
                .mapToDouble(trial -> Math.max(0, trial.planned() - trial.runs().size())
                        * trial.candidate().share())
                .sum();
    }
}

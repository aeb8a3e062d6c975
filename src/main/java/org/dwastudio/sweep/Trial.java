package org.dwastudio.sweep;

import java.util.List;
import java.util.Optional;
import org.dwastudio.metric.significance.MeanInterval;
import org.dwastudio.sweep.search.Candidate;

/**
 * Row of a sweep: a candidate or a baseline with its runs.
 *
 * @param kind origin of the images
 * @param candidate the candidate; of random real images that of the experiment as it is
 * @param runs finished runs, by seed
 * @param planned number of runs; 0 for a candidate that is left out
 */
public record Trial(Kind kind, Candidate candidate, List<SeedRun> runs, int planned) {
    public Trial {
        runs = List.copyOf(runs);
    }

    /** Origin of the images of a row. */
    public enum Kind {
        /** Distilled with other values than those of the experiment. */
        CANDIDATE,
        /** Distilled with the values of the experiment. */
        PRESET,
        /** Random real images of the same number. */
        RANDOM_REAL
    }

    /** Returns true if all runs have ended. */
    public boolean isFinished() {
        return runs.size() >= planned;
    }

    /** Returns true if the candidate is left out. */
    public boolean isSkipped() {
        return planned == 0;
    }

    /** Returns the reason of the first failed run. */
    public Optional<SeedRun> failed() {
        return runs.stream().filter(run -> run.failure().isPresent()).findFirst();
    }

    /** Returns true if the score counts: all runs were whole and have ended without a failure. */
    public boolean isRanked() {
        return isFinished()
                && !runs.isEmpty()
                && failed().isEmpty()
                && candidate.isWhole()
                && runs.stream().allMatch(run -> run.score().isPresent());
    }

    /** Returns the mean score with its 95 % interval. */
    public MeanInterval score() {
        return MeanInterval.of(
                runs.stream().flatMap(run -> run.score().stream().boxed()).toList());
    }

    /** Returns the mean Vendi score. */
    public MeanInterval vendi() {
        return MeanInterval.of(
                runs.stream().flatMap(run -> run.vendi().stream().boxed()).toList());
    }

    /** Returns the duration of all runs together, in seconds. */
    public double seconds() {
        return runs.stream().mapToDouble(SeedRun::seconds).sum();
    }

    /** Returns the key of the row in files: {@code preset}, {@code random-real} or the number of the candidate. */
    public String key() {
        return switch (kind) {
            case PRESET -> "preset";
            case RANDOM_REAL -> "random-real";
            case CANDIDATE -> Integer.toString(candidate.number());
        };
    }
}

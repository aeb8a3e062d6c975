package org.dwastudio.sweep.search;

import java.util.List;
import java.util.Set;
import org.dwastudio.config.sweep.SweepConfig;

/**
 * Order in which candidates are tried. Every answer depends only on the sweep and the scores so far: an interrupted
 * sweep continues with the same candidates.
 */
public interface Search {

    /**
     * Returns the candidates that can be tried next, independently of each other; none at the end.
     *
     * @param scored all candidates that were tried, in the order of their numbers
     */
    List<Candidate> next(List<ScoredCandidate> scored);

    /** Returns the number of candidates that the search is going to try. */
    int total();

    /**
     * Returns the cost of the whole search.
     *
     * @return in candidates that are run in full
     */
    default double cost() {
        return total();
    }

    /**
     * Returns the number of candidates of a search that has begun, those left out counted.
     *
     * @param planned candidates with a number
     * @param skipped numbers of those that are left out
     */
    default int total(List<Candidate> planned, Set<Integer> skipped) {
        return Math.max(total(), planned.size());
    }

    /**
     * Returns the cost of a search that has begun, those left out counted.
     *
     * @param planned candidates with a number
     * @param skipped numbers of those that are left out
     * @return in candidates that are run in full
     */
    default double cost(List<Candidate> planned, Set<Integer> skipped) {
        return cost();
    }

    /** Returns the search of a sweep. */
    static Search of(SweepConfig sweep, long seed) {
        SearchSpace space = new SearchSpace(sweep.parameters());
        return switch (sweep.strategy()) {
            case GRID -> new GridSearch(space, sweep.trials(), seed);
            case RANDOM -> new SampledSearch(PointSequence.random(space.dimension(), seed), space, sampled(sweep));
            case SOBOL -> new SampledSearch(PointSequence.sobol(space.dimension()), space, sampled(sweep));
            case HALVING -> new SuccessiveHalving(space, sampled(sweep));
            case MODEL -> new ModelSearch(space, sampled(sweep));
        };
    }

    /** Returns the number of candidates of a search that has no end of its own. */
    private static int sampled(SweepConfig sweep) {
        return sweep.trials() > 0
                ? sweep.trials()
                : 12 * Math.max(1, sweep.parameters().size());
    }
}

package org.dwastudio.sweep.search;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Search by a model of the scores: after a few points of a Sobol sequence, each candidate is the point of the sequence
 * whose expected improvement is largest.
 */
final class ModelSearch implements Search {
    private static final int POOL = 1024;

    private final SearchSpace space;
    private final int count;
    private final List<Candidate> first;
    private final PointSequence points;

    /** @param count number of candidates */
    ModelSearch(SearchSpace space, int count) {
        this.space = space;
        this.count = count;
        points = PointSequence.sobol(space.dimension());
        first = new SampledSearch(points, space, Math.min(count, 2 * space.dimension() + 2)).next(List.of());
    }

    @Override
    public List<Candidate> next(List<ScoredCandidate> scored) {
        if (scored.size() < first.size()) {
            return first.subList(scored.size(), first.size());
        }
        if (scored.size() >= count) {
            return List.of();
        }
        List<ScoredCandidate> measured =
                scored.stream().filter(one -> !Double.isNaN(one.score())).toList();
        Set<Map<String, String>> tried =
                scored.stream().map(one -> one.candidate().values()).collect(Collectors.toSet());
        List<double[]> pool = IntStream.range(0, POOL)
                .mapToObj(points::at)
                .filter(point -> !tried.contains(space.valuesAt(point)))
                .toList();
        if (pool.isEmpty()) {
            return List.of();
        }
        double[] chosen = measured.isEmpty() ? pool.get(0) : best(pool, measured);
        return List.of(new Candidate(scored.size() + 1, space.valuesAt(chosen), 1));
    }

    private double[] best(List<double[]> pool, List<ScoredCandidate> measured) {
        GaussianProcess model = GaussianProcess.fit(
                measured.stream()
                        .map(one -> space.pointOf(one.candidate().values()))
                        .toArray(double[][]::new),
                measured.stream().mapToDouble(ScoredCandidate::score).toArray());
        double[] best = pool.get(0);
        double most = Double.NEGATIVE_INFINITY;
        for (double[] point : pool) {
            double improvement = model.improvementAt(space.pointOf(space.valuesAt(point)));
            if (improvement > most) {
                most = improvement;
                best = point;
            }
        }
        return best;
    }

    @Override
    public int total() {
        return count;
    }
}

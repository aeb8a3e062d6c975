package org.dwastudio.metric.embedding;

import org.dwastudio.event.ProgressListener;
import org.dwastudio.metric.feature.FeatureMatrix;
import org.dwastudio.task.CancellationToken;

/**
 * Exact t-SNE (van der Maaten and Hinton, JMLR 2008) into the plane, with the defaults of scikit-learn: principal
 * components as the start, early exaggeration for 250 iterations with momentum 0.5, then momentum 0.8. The result
 * depends on the features only, not on the number of processors.
 *
 * @param perplexity effective number of neighbors, above 1
 * @param iterations largest number of iterations, at least 250; the descent ends earlier when it makes no progress
 */
public record Tsne(double perplexity, int iterations) {
    /** Largest number of points; memory and time grow with its square. */
    public static final int MOST_POINTS = 5000;

    /** The defaults of scikit-learn. */
    public static final Tsne STANDARD = new Tsne(30, 1000);

    static final String CANCELLED = "The embedding was stopped.";

    private static final int EXPLORATION = 250;
    private static final double EXAGGERATION = 12;
    private static final double SMALLEST_RATE = 50;
    private static final double RATE_DIVISOR = 4;
    private static final double START_DEVIATION = 1e-4;
    private static final int CHECK_INTERVAL = 50;
    private static final int MOST_WITHOUT_PROGRESS = 300;
    private static final double SMALLEST_GRADIENT = 1e-7;

    public Tsne {
        if (!(perplexity > 1) || iterations < EXPLORATION) {
            throw new IllegalArgumentException("perplexity " + perplexity + ", " + iterations + " iterations");
        }
    }

    /**
     * Embeds features on all processors.
     *
     * @param progress iterations, of the largest number
     * @param token checked before every iteration
     * @throws IllegalArgumentException if there are more than {@link #MOST_POINTS} points or not more than the
     *     perplexity, or a value is NaN or infinite
     * @throws java.util.concurrent.CancellationException if the token is canceled
     */
    public Embedding embed(FeatureMatrix features, ProgressListener progress, CancellationToken token) {
        int points = features.rows();
        if (points > MOST_POINTS || points <= perplexity) {
            throw new IllegalArgumentException(
                    "t-SNE embeds more than " + perplexity + " and at most " + MOST_POINTS + " points, not " + points);
        }
        token.throwIfCancelled(CANCELLED);
        progress.progressed(0, iterations);
        Plane at = start(features);
        return new Descent(JointProbabilities.of(features, perplexity, token), at, progress, token).run();
    }

    private static Plane start(FeatureMatrix features) {
        int components = Math.min(2, features.columns());
        double[][] projected = PrincipalComponents.fit(features, components).project(features);
        double squares = 0;
        for (double[] point : projected) {
            squares += point[0] * point[0];
        }
        // The projected points have mean 0.
        double deviation = Math.sqrt(squares / projected.length);
        double scale = deviation == 0 ? 0 : START_DEVIATION / deviation;
        Plane start = Plane.ofZeros(projected.length);
        for (int i = 0; i < projected.length; i++) {
            start.x()[i] = projected[i][0] * scale;
            start.y()[i] = components == 1 ? 0 : projected[i][1] * scale;
        }
        return start;
    }

    /** Descent of one embedding. */
    private final class Descent {
        private final TsneObjective objective;
        private final Plane at;
        private final ProgressListener progress;
        private final CancellationToken token;
        private final Plane gradient;
        private int done;

        Descent(PairTable joint, Plane at, ProgressListener progress, CancellationToken token) {
            objective = new TsneObjective(joint);
            this.at = at;
            this.progress = progress;
            this.token = token;
            gradient = Plane.ofZeros(joint.points());
        }

        Embedding run() {
            descend(EXPLORATION, EXAGGERATION, 0.5);
            descend(iterations, 1, 0.8);
            return new Embedding(at, objective.divergence(at, 1), done);
        }

        private void descend(int end, double exaggeration, double momentum) {
            int points = at.x().length;
            double rate = Math.max(points / EXAGGERATION / RATE_DIVISOR, SMALLEST_RATE);
            MomentumDescent descent = new MomentumDescent(points, rate, momentum);
            double best = Double.MAX_VALUE;
            int bestAt = done;
            boolean ended = false;
            while (done < end && !ended) {
                token.throwIfCancelled(CANCELLED);
                objective.gradient(at, exaggeration, gradient);
                boolean checked = (done + 1) % CHECK_INTERVAL == 0;
                double divergence = checked ? objective.divergence(at, exaggeration) : Double.NaN;
                double length = descent.step(at, gradient);
                if (checked && divergence < best) {
                    best = divergence;
                    bestAt = done;
                } else if (checked) {
                    ended = done - bestAt > MOST_WITHOUT_PROGRESS;
                }
                ended |= checked && length <= SMALLEST_GRADIENT;
                done++;
                progress.progressed(done, iterations);
            }
        }
    }
}

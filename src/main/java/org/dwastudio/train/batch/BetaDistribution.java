package org.dwastudio.train.batch;

import java.util.random.RandomGenerator;

/**
 * Distribution Beta(α, α) of shares λ, drawn as X/(X + Y) of two gamma variates (Marsaglia and Tsang 2000).
 *
 * @param alpha above 0; small values favor shares near 0 and 1
 */
public record BetaDistribution(double alpha) {
    double draw(RandomGenerator random) {
        double one = gamma(random);
        double other = gamma(random);
        return one + other == 0 ? random.nextInt(2) : one / (one + other);
    }

    private double gamma(RandomGenerator random) {
        // Below 1 the method needs a shape one larger, and U^(1/α) brings it back.
        double boost = alpha < 1 ? Math.pow(random.nextDouble(), 1 / alpha) : 1;
        double shape = (alpha < 1 ? alpha + 1 : alpha) - 1.0 / 3;
        double scale = 1 / Math.sqrt(9 * shape);
        while (true) {
            double normal = random.nextGaussian();
            double cubic = Math.pow(1 + scale * normal, 3);
            double uniform = random.nextDouble();
            if (cubic > 0 && Math.log(uniform) < normal * normal / 2 + shape * (1 - cubic + Math.log(cubic))) {
                return boost * shape * cubic;
            }
        }
    }
}

package org.dwastudio.stage.synthesis.step;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dwastudio.nn.Network;

/**
 * Orthonormal basis of the displacements of earlier columns. Sums are computed in float64 in the order of the weights, so
 * that results do not depend on the number of threads.
 *
 * @param vectors vectors of length 1; none for the first column
 */
public record OrthonormalBasis(List<WeightVector> vectors) {
    /** Sweeps of the Gram–Schmidt process; the second removes the rounding errors of the first. */
    private static final int SWEEPS = 2;
    /** Share of a vector's length below which its remainder consists of rounding errors. */
    private static final double NEGLIGIBLE = 1e-6;

    public OrthonormalBasis {
        vectors = List.copyOf(vectors);
    }

    /** Returns the basis without vectors, to which everything is orthogonal. */
    public static OrthonormalBasis empty() {
        return new OrthonormalBasis(List.of());
    }

    /**
     * Returns the basis of a single vector, the weights of a network; used to measure the time of a projection.
     *
     * @param manager owns the vector
     */
    public static OrthonormalBasis ofWeights(Network network, NDManager manager) {
        return new OrthonormalBasis(empty().extension(new WeightVector(network.parameters()), manager).stream()
                .toList());
    }

    /**
     * Returns the part of a vector that is orthogonal to the basis; empty if nothing remains.
     *
     * @param manager owns the result
     */
    Optional<WeightVector> remainder(WeightVector vector, NDManager manager) {
        return vectors.isEmpty() ? Optional.of(vector) : reduced(vector).map(rest -> tensors(rest, 1, vector, manager));
    }

    /**
     * Returns the vector by which a displacement extends the basis; empty if it is in the span of the basis.
     *
     * @param manager owns the result
     */
    Optional<WeightVector> extension(WeightVector displacement, NDManager manager) {
        return reduced(displacement).map(rest -> tensors(rest, 1 / norm(rest), displacement, manager));
    }

    private Optional<Map<String, double[]>> reduced(WeightVector vector) {
        Map<String, double[]> rest = values(vector);
        double whole = norm(rest);
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            vectors.forEach(along -> subtract(values(along), rest));
        }
        return norm(rest) > NEGLIGIBLE * whole ? Optional.of(rest) : Optional.empty();
    }

    /** Subtracts from a vector its part along a vector of length 1. */
    private static void subtract(Map<String, double[]> along, Map<String, double[]> from) {
        double product = product(along, from);
        along.forEach((name, direction) -> {
            double[] values = Objects.requireNonNull(from.get(name));
            for (int i = 0; i < values.length; i++) {
                values[i] -= product * direction[i];
            }
        });
    }

    private static double norm(Map<String, double[]> vector) {
        return Math.sqrt(product(vector, vector));
    }

    private static double product(Map<String, double[]> one, Map<String, double[]> other) {
        double sum = 0;
        for (Map.Entry<String, double[]> tensor : one.entrySet()) {
            double[] these = tensor.getValue();
            double[] those = Objects.requireNonNull(other.get(tensor.getKey()));
            for (int i = 0; i < these.length; i++) {
                sum += these[i] * those[i];
            }
        }
        return sum;
    }

    private static Map<String, double[]> values(WeightVector vector) {
        Map<String, double[]> values = new LinkedHashMap<>();
        vector.tensors().forEach((name, tensor) -> {
            try (NDArray exact = tensor.toType(DataType.FLOAT64, true)) {
                values.put(name, exact.toDoubleArray());
            }
        });
        return values;
    }

    /** Returns the multiple of a vector in the number format of another one. */
    private static WeightVector tensors(
            Map<String, double[]> values, double factor, WeightVector like, NDManager manager) {
        Map<String, NDArray> tensors = new LinkedHashMap<>();
        like.tensors().forEach((name, tensor) -> {
            double[] scaled = Objects.requireNonNull(values.get(name)).clone();
            for (int i = 0; i < scaled.length; i++) {
                scaled[i] *= factor;
            }
            try (NDArray exact = manager.create(scaled, tensor.getShape());
                    NDArray rounded = exact.toType(tensor.getDataType(), true)) {
                // A conversion to the same type shares the memory of the Java array, which goes with the first tensor.
                NDArray kept = rounded.duplicate();
                kept.attach(manager);
                tensors.put(name, kept);
            }
        });
        return new WeightVector(tensors);
    }
}

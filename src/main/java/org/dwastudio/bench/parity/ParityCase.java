package org.dwastudio.bench.parity;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.synthesis.Execution;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.file.BoundedFile;
import org.dwastudio.image.Normalization;
import org.dwastudio.weights.WeightsException;
import org.dwastudio.weights.file.TensorFile;

/** A folder of numbers that the published implementation computed: {@code case.json} and four npz files. */
final class ParityCase {
    private static final long MOST_BYTES = 1 << 20;

    private final Path folder;
    private final Settings settings;

    private ParityCase(Path folder, Settings settings) {
        this.folder = folder;
        this.settings = settings;
    }

    /** The fields of {@code case.json}. */
    private record Settings(
            String name,
            String architecture,
            int width,
            int classes,
            int channels,
            int imageSize,
            int ascentSteps,
            double rho,
            double batchNormWeight,
            double varianceWeight,
            double firstLayerMultiplier,
            double learningRate,
            List<Double> adamBetas,
            double adamEpsilon,
            int iterations,
            int jitter,
            List<Double> mean,
            List<Double> std) {}

    /**
     * Reads {@code case.json}.
     *
     * @throws IOException if it is missing or has unexpected content
     */
    static ParityCase read(Path folder) throws IOException {
        Path file = folder.resolve("case.json");
        if (!Files.isRegularFile(file)) {
            throw new IOException(folder + " holds no case.json. Please give the folder of a parity case.");
        }
        Settings settings;
        try {
            settings = new Gson().fromJson(BoundedFile.readText(file, MOST_BYTES), Settings.class);
        } catch (JsonParseException e) {
            throw new IOException(file + " is not the JSON of a parity case: " + e.getMessage(), e);
        }
        if (settings == null
                || settings.architecture() == null
                || settings.adamBetas() == null
                || settings.adamBetas().size() != 2
                || settings.mean() == null
                || settings.std() == null) {
            throw new IOException(file + " must hold at least architecture, adamBetas (two), mean and std.");
        }
        if (settings.jitter() != 0) {
            throw new IOException(file + ": jitter must be 0, because a random augmentation cannot be compared.");
        }
        return new ParityCase(folder, settings);
    }

    String name() {
        return settings.name() == null ? folder.getFileName().toString() : settings.name();
    }

    NetworkConfig network() {
        return new NetworkConfig(
                settings.architecture(),
                settings.width(),
                NetworkConfig.Stem.SMALL,
                settings.channels(),
                settings.classes(),
                settings.imageSize());
    }

    SynthesisConfig synthesis() {
        return SynthesisConfig.paper()
                .withExecution(execution -> execution.withPrecision(Execution.Precision.FLOAT64))
                .withImagesPerClass(1)
                .withAdjustment(
                        adjustment -> adjustment.withRho(settings.rho()).withAscentSteps(settings.ascentSteps()))
                .withAlignment(alignment -> alignment
                        .withBatchNormWeight(settings.batchNormWeight())
                        .withVarianceWeight(settings.varianceWeight())
                        .withFirstLayerMultiplier(settings.firstLayerMultiplier()))
                .withOptimizer(optimizer -> optimizer
                        .withLearningRate(settings.learningRate())
                        .withBeta1(settings.adamBetas().get(0))
                        .withBeta2(settings.adamBetas().get(1))
                        .withEpsilon(settings.adamEpsilon()))
                .withIterations(settings.iterations())
                .withAugmentation(augmentation -> augmentation.withJitter(0));
    }

    Normalization normalization() {
        return new Normalization(settings.mean(), settings.std());
    }

    /** {@code teacher}, {@code init}, {@code adjusted} or {@code expected}. */
    TensorFile tensors(String name) throws WeightsException {
        return TensorFile.read(folder.resolve(name + ".npz"));
    }

    /** The iteration that {@code images_5} names: 5. */
    static int iterationOf(String name) {
        return Integer.parseInt(name.substring(name.indexOf('_') + 1));
    }

    /** The largest absolute difference; infinite when the lengths differ, NaN when something is not a number. */
    static double largestDifference(double[] one, double[] other) {
        if (one.length != other.length) {
            return Double.POSITIVE_INFINITY;
        }
        double[] differences = new double[one.length];
        Arrays.setAll(differences, i -> Math.abs(one[i] - other[i]));
        double largest = 0;
        for (double difference : differences) {
            largest = Math.max(largest, difference);
        }
        return largest;
    }
}

package org.dwastudio.bench.parity;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.event.StepLoss;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.NetworkCatalog;
import org.dwastudio.nn.gradient.PixelOperators;
import org.dwastudio.stage.synthesis.BatchSynthesis;
import org.dwastudio.stage.synthesis.augmentation.CyclicShift;
import org.dwastudio.stage.synthesis.augmentation.LinearAugmentation;
import org.dwastudio.stage.synthesis.start.StartImages;
import org.dwastudio.stage.synthesis.step.AdjustedTeacher;
import org.dwastudio.stage.synthesis.step.DirectedWeightAdjustment;
import org.dwastudio.weights.StoredTensor;
import org.dwastudio.weights.file.TensorFile;

/** Synthesis in float64 on the inputs of the published implementation, compared with its numbers. */
public final class ParityRun {
    private static final int TRACE_COLUMNS = 4;
    private static final LinearAugmentation UNMOVED = new CyclicShift(0, 0);
    private static final RandomGenerator UNUSED = RandomGenerator.getDefault();

    private final NetworkCatalog catalog;

    public ParityRun(NetworkCatalog catalog) {
        this.catalog = catalog;
    }

    /**
     * Runs one case.
     *
     * @param folder holds case.json, teacher.npz, init.npz, adjusted.npz and expected.npz
     * @param out where to write adjusted.npz and expected.npz as they were computed here, with the same keys
     * @param parent a manager of its own is opened below it
     * @throws IOException if a file is missing or broken, or the results cannot be written
     */
    public ParityReport run(Path folder, Optional<Path> out, NDManager parent) throws IOException {
        ParityCase parity = ParityCase.read(folder);
        TensorFile expected = parity.tensors("expected");
        try (NDManager manager = parent.newSubManager();
                Network teacher =
                        catalog.load(parity.network(), parity.tensors("teacher"), manager, DataType.FLOAT64)) {
            Map<String, NDArray> adjusted = new LinkedHashMap<>();
            Map<String, NDArray> computed = new LinkedHashMap<>();
            synthesize(parity, teacher, expected, adjusted, computed, manager);
            if (out.isPresent()) {
                Files.createDirectories(out.get());
                TensorFile.of(out.get().resolve("adjusted.npz"), adjusted, Map.of())
                        .write();
                TensorFile.of(out.get().resolve("expected.npz"), computed, Map.of())
                        .write();
            }
            Map<String, Double> images = differences(expected, computed, manager);
            double trace = Objects.requireNonNull(images.remove("trace"));
            double weights = largest(differences(parity.tensors("adjusted"), adjusted, manager));
            return new ParityReport(parity.name(), weights, trace, images);
        }
    }

    private static void synthesize(
            ParityCase parity,
            Network teacher,
            TensorFile expected,
            Map<String, NDArray> adjustedWeights,
            Map<String, NDArray> computed,
            NDManager manager)
            throws IOException {
        SynthesisConfig config = parity.synthesis();
        TensorFile init = parity.tensors("init");
        NDArray start = inFloat64(init.tensor("images"), manager);
        NDArray labels = manager.create(init.tensor("labels").toNDArray(manager).toLongArray());
        AdjustedTeacher adjusted = new DirectedWeightAdjustment(config).adjust(teacher, start, labels, UNUSED, manager);
        Map<String, NDArray> weights = adjusted.network().state();
        parity.tensors("adjusted").tensors().keySet().stream()
                .filter(weights::containsKey)
                .forEach(name -> adjustedWeights.put(name, weights.get(name)));
        double[] trace = new double[config.iterations() * TRACE_COLUMNS];
        Map<String, NDArray> snapshots = new TreeMap<>();
        try (PixelOperators operators = PixelOperators.load(manager);
                BatchSynthesis synthesis = new BatchSynthesis(
                        adjusted.network(),
                        new StartImages(start, labels, parity.normalization()),
                        config,
                        operators,
                        manager)) {
            for (int t = 0; t < config.iterations(); t++) {
                StepLoss loss = synthesis.step(config, UNMOVED);
                int row = t * TRACE_COLUMNS;
                trace[row] = t;
                trace[row + 1] = loss.crossEntropy();
                trace[row + 2] = loss.batchNorm();
                trace[row + 3] = loss.total();
                String name = "images_" + synthesis.iteration();
                if (expected.tensors().containsKey(name)) {
                    NDArray snapshot = synthesis.images().duplicate();
                    snapshot.attach(manager);
                    snapshots.put(name, snapshot);
                }
            }
        }
        computed.put("trace", manager.create(trace, new Shape(config.iterations(), TRACE_COLUMNS)));
        computed.putAll(snapshots);
    }

    private static Map<String, Double> differences(
            TensorFile expected, Map<String, NDArray> computed, NDManager manager) {
        Map<String, Double> differences = new TreeMap<>();
        expected.tensors().forEach((name, tensor) -> {
            NDArray found = computed.get(name);
            differences.put(
                    name,
                    found == null
                            ? Double.POSITIVE_INFINITY
                            : ParityCase.largestDifference(
                                    inFloat64(tensor, manager).toDoubleArray(),
                                    found.toType(DataType.FLOAT64, true).toDoubleArray()));
        });
        return differences;
    }

    private static double largest(Map<String, Double> differences) {
        return differences.values().stream().mapToDouble(Double::doubleValue).reduce(0, Math::max);
    }

    private static NDArray inFloat64(StoredTensor tensor, NDManager manager) {
        NDArray exact = tensor.toNDArray(manager).toType(DataType.FLOAT64, true);
        exact.attach(manager);
        return exact;
    }
}

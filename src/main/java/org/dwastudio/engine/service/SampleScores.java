package org.dwastudio.engine.service;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.Split;
import org.dwastudio.data.preprocess.ImageFormat;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.Normalization;
import org.dwastudio.nn.Network;
import org.dwastudio.train.TestSetEvaluator;

/** Measurement of a network with several normalizations on the same test images, spread evenly over the split. */
final class SampleScores {
    private final ImageDataset dataset;
    private final NDManager manager;
    private final int[] sample;

    /** Receiver of the number of images of a batch, after it has been measured; may end the measurement by an exception. */
    @FunctionalInterface
    interface Progress {
        void measured(int images);
    }

    /**
     * Scores with one normalization.
     *
     * @param accuracy share of correct predictions, 0 to 1
     * @param losses cross-entropy of every image
     */
    record Scores(double accuracy, List<Double> losses) {
        double crossEntropy() {
            double mean =
                    losses.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
            return Double.isNaN(mean) ? Double.POSITIVE_INFINITY : mean;
        }
    }

    /** @param most largest number of images */
    SampleScores(ImageDataset dataset, NDManager manager, long most) {
        this.dataset = dataset;
        this.manager = manager;
        sample = ImageFormat.spread(dataset.testCount(), (int) Math.min(most, dataset.testCount()));
    }

    /** Returns the number of images. */
    int count() {
        return sample.length;
    }

    /** Runs a network without gradients on the sample, whose images are read once for all normalizations. */
    List<Scores> of(Network network, List<Normalization> normalizations, Progress progress) {
        List<List<Double>> losses = new ArrayList<>();
        normalizations.forEach(one -> losses.add(new ArrayList<>()));
        int[] correct = new int[normalizations.size()];
        int size = TestSetEvaluator.batchSize(dataset.imageSize());
        for (int from = 0; from < sample.length; from += size) {
            int[] indices = IntStream.range(from, Math.min(from + size, sample.length))
                    .map(i -> sample[i])
                    .toArray();
            ImageBatch images = dataset.images(Split.TEST, indices);
            int[] labels = dataset.labels(Split.TEST, indices);
            for (int k = 0; k < normalizations.size(); k++) {
                correct[k] += add(network, images, normalizations.get(k), losses.get(k), labels);
            }
            progress.measured(indices.length);
        }
        return IntStream.range(0, normalizations.size())
                .mapToObj(k -> new Scores((double) correct[k] / sample.length, losses.get(k)))
                .toList();
    }

    /** Adds the cross-entropies of a batch and returns the number of correct predictions. */
    private int add(
            Network network, ImageBatch images, Normalization normalization, List<Double> losses, int... labels) {
        try (NDManager scope = manager.newSubManager()) {
            NDArray logits = network.logits(normalization.toTensor(scope, images, network.dataType()));
            float[] shares = logits.logSoftmax(1).toFloatArray();
            long[] answers = logits.argMax(1).toLongArray();
            int classes = shares.length / labels.length;
            int correct = 0;
            for (int i = 0; i < labels.length; i++) {
                losses.add(-(double) shares[i * classes + labels[i]]);
                correct += answers[i] == labels[i] ? 1 : 0;
            }
            return correct;
        }
    }
}

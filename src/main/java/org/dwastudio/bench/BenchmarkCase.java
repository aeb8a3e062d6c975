package org.dwastudio.bench;

import org.dwastudio.config.network.NetworkConfig;

/**
 * Benchmark workload: one pixel step of a small-stem ResNet-18 with fresh weights on random images.
 *
 * @param width base channels of the network
 * @param batch number of images in the batch
 * @param channels 1 or 3
 * @param imageSize height and width in pixels
 */
public record BenchmarkCase(int width, int batch, int channels, int imageSize) {
    private static final int CLASSES = 100;

    NetworkConfig network() {
        return new NetworkConfig("resnet18", width, NetworkConfig.Stem.SMALL, channels, CLASSES, imageSize);
    }

    long[] labels() {
        long[] labels = new long[batch];
        for (int i = 0; i < batch; i++) {
            labels[i] = i % CLASSES;
        }
        return labels;
    }
}

package org.dwastudio.nn.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;

/** Pooling on a tape. */
final class TapedPools {
    private static final int[] HEIGHT_AND_WIDTH = {2, 3};

    private final GradientTape record;

    TapedPools(GradientTape record) {
        this.record = record;
    }

    NDArray average(NDArray input, int size) {
        TapedTensor x = record.kept(input);
        NDArray result = record.one("average_pool", input, size);
        return record.remember(x, result, gradient -> record.one("average_pool_gradient", gradient, x.kept(), size));
    }

    NDArray adaptiveAverage(NDArray input, int size) {
        TapedTensor x = record.kept(input);
        NDArray result = record.one("adaptive_average_pool", input, size);
        return record.remember(x, result, gradient -> record.one("adaptive_average_pool_gradient", gradient, x.kept()));
    }

    NDArray max(NDArray input, int size, int stride, int padding) {
        TapedTensor x = record.kept(input);
        NDList results = record.all("max_pool", input, size, stride, padding);
        NDArray places = results.get(1);
        return record.remember(x, results.get(0), gradient -> {
            try (places) {
                return record.one("max_pool_gradient", gradient, x.kept(), places, size, stride, padding);
            }
        });
    }

    NDArray globalAverage(NDArray input) {
        TapedTensor x = record.kept(input);
        double pixels = (double) input.getShape().get(2) * input.getShape().get(3);
        try (NDArray sum = input.sum(HEIGHT_AND_WIDTH)) {
            return record.remember(
                    x, sum.div(pixels), gradient -> record.one("global_average_gradient", gradient, x.kept()));
        }
    }
}

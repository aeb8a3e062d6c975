package org.dwastudio.nn.operator;

/** Adaptive average pooling as a matrix of the weight of each input pixel in each output pixel. */
final class AdaptiveShares {
    private AdaptiveShares() {}

    /**
     * Returns the matrix of {@link Operators#adaptiveAveragePool}.
     *
     * @return height · width rows of size · size weights; every column sums up to one
     */
    static double[] of(int height, int width, int size) {
        double[] shares = new double[height * width * size * size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                int top = from(i, height, size);
                int bottom = to(i, height, size);
                int left = from(j, width, size);
                int right = to(j, width, size);
                double share = 1.0 / ((bottom - top) * (right - left));
                for (int y = top; y < bottom; y++) {
                    for (int x = left; x < right; x++) {
                        shares[(y * width + x) * size * size + i * size + j] = share;
                    }
                }
            }
        }
        return shares;
    }

    private static int from(int index, int length, int size) {
        return index * length / size;
    }

    private static int to(int index, int length, int size) {
        return ((index + 1) * length + size - 1) / size;
    }
}

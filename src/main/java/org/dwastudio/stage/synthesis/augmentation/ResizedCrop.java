package org.dwastudio.stage.synthesis.augmentation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * A crop enlarged to full size with bilinear interpolation (corners not aligned, as torchvision's
 * {@code RandomResizedCrop}) and perhaps mirrored. Being separable, it is two matrices: result = R · image · Cᵀ.
 *
 * @param top first row of the crop
 * @param left first column of the crop
 * @param height rows of the crop
 * @param width columns of the crop
 * @param flipped whether it is mirrored left to right
 */
record ResizedCrop(int top, int left, int height, int width, boolean flipped) implements LinearAugmentation {

    @Override
    public NDArray of(NDArray images) {
        try (NDManager scope = images.getManager().newSubManager()) {
            NDArray rows = rows(scope, images);
            NDArray columns = columns(scope, images);
            NDArray resized = rows.matMul(images).matMul(columns.transpose());
            resized.attach(images.getManager());
            return resized;
        }
    }

    @Override
    public NDArray pullBack(NDArray gradient) {
        try (NDManager scope = gradient.getManager().newSubManager()) {
            NDArray rows = rows(scope, gradient);
            NDArray columns = columns(scope, gradient);
            NDArray result = rows.transpose().matMul(gradient).matMul(columns);
            result.attach(gradient.getManager());
            return result;
        }
    }

    private NDArray rows(NDManager scope, NDArray like) {
        return matrix(scope, like, (int) like.getShape().get(2), top, height, false);
    }

    private NDArray columns(NDManager scope, NDArray like) {
        return matrix(scope, like, (int) like.getShape().get(3), left, width, flipped);
    }

    /** [size, size]: row i holds the weights with which the pixels of one axis make pixel i of the result. */
    private static NDArray matrix(NDManager scope, NDArray like, int size, int from, int length, boolean mirrored) {
        double[] weights = new double[size * size];
        double scale = (double) length / size;
        for (int i = 0; i < size; i++) {
            double position = Math.max(0, (i + 0.5) * scale - 0.5);
            int lower = Math.min((int) position, length - 1);
            int upper = Math.min(lower + 1, length - 1);
            int row = (mirrored ? size - 1 - i : i) * size;
            weights[row + from + lower] += 1 - (position - lower);
            weights[row + from + upper] += position - lower;
        }
        return scope.create(weights, new Shape(size, size)).toType(like.getDataType(), false);
    }
}

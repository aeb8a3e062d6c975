package org.dwastudio.stage.synthesis.augmentation;

import ai.djl.ndarray.NDArray;

/**
 * A cyclic shift, as {@code torch.roll}: what leaves at one edge comes back at the other.
 *
 * @param dy pixels down
 * @param dx pixels to the right
 */
public record CyclicShift(int dy, int dx) implements LinearAugmentation {
    private static final int HEIGHT_AXIS = 2;
    private static final int WIDTH_AXIS = 3;

    @Override
    public NDArray of(NDArray images) {
        try (NDArray moved = rolled(images, HEIGHT_AXIS, dy)) {
            return rolled(moved, WIDTH_AXIS, dx);
        }
    }

    @Override
    public NDArray pullBack(NDArray gradient) {
        return new CyclicShift(-dy, -dx).of(gradient);
    }

    private static NDArray rolled(NDArray tensor, int axis, int places) {
        int length = (int) tensor.getShape().get(axis);
        int shift = Math.floorMod(places, length);
        if (shift == 0) {
            return tensor.duplicate();
        }
        int cut = length - shift;
        try (NDArray front = part(tensor, axis, 0, cut);
                NDArray back = part(tensor, axis, cut, length)) {
            return back.concat(front, axis);
        }
    }

    private static NDArray part(NDArray tensor, int axis, int from, int to) {
        String range = from + ":" + to;
        return tensor.get(axis == HEIGHT_AXIS ? ":, :, " + range : ":, :, :, " + range);
    }
}

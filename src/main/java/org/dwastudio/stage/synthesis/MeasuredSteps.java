package org.dwastudio.stage.synthesis;

import org.dwastudio.stage.WarmStopwatch;

/**
 * Measured durations of synthesis steps with one image and with some images, from which the duration of a whole batch is
 * estimated: a step takes a fixed time plus a time per image.
 *
 * @param one seconds of a step with one image
 * @param some number of images of the larger batch
 * @param several seconds of a step with the larger batch
 */
record MeasuredSteps(double one, int some, double several) {
    private static final double SECONDS_OF_A_STEP = 1;

    /** Measurement of a step. */
    @FunctionalInterface
    interface Measurement {
        /**
         * Returns the seconds of a step.
         *
         * @param images number of images
         * @param repeated true if the first time does not count; false if the step is made only once
         */
        double seconds(int images, boolean repeated);
    }

    /**
     * Measures two batch sizes. Neither the time of the first step nor a slow step replaces the larger batch: the fixed
     * time would be multiplied by the number of images. After a slow step, the larger batch has two images and is measured
     * once.
     *
     * @param images number of images per whole batch; may be fractional
     * @param most maximum number of images that may be processed together
     */
    static MeasuredSteps of(double images, int most, Measurement measurement) {
        double one = measurement.seconds(1, true);
        if (images <= 1 || most <= 1) {
            return new MeasuredSteps(one, 1, one);
        }
        int affordable = (int) Math.min(most, SECONDS_OF_A_STEP / one);
        int some = Math.min((int) Math.ceil(images), Math.max(2, affordable));
        return new MeasuredSteps(one, some, measurement.seconds(some, !WarmStopwatch.isLong(one)));
    }

    /** Returns the estimated seconds of a step with so many images. */
    double seconds(double images) {
        double proportional = several * images / some;
        double anImage = some > 1 ? (several - one) / (some - 1) : 0;
        // When other load disturbs the measurement, scaling the step proportionally is the safer estimate; it is also
        // the
        // upper limit, because a fixed time is never negative.
        return anImage > 0 ? Math.min(proportional, several + (images - some) * anImage) : proportional;
    }
}

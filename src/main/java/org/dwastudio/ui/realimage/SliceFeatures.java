package org.dwastudio.ui.realimage;

import org.dwastudio.metric.feature.FeatureMatrix;

/**
 * Features of the images of a slice.
 *
 * @param iteration pixel steps made on the images
 * @param features one row per image
 */
public record SliceFeatures(int iteration, FeatureMatrix features) {}

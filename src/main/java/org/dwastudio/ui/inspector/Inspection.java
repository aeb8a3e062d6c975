package org.dwastudio.ui.inspector;

/**
 * View models of what is known about the selected image, apart from itself.
 *
 * @param predictions the teacher's predictions over its snapshots
 * @param nearest the nearest real images
 * @param files files of real images
 */
public record Inspection(PredictionsViewModel predictions, NearestImagesViewModel nearest, RealImageFiles files) {}

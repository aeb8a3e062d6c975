package org.dwastudio.image;

/**
 * Crop of an image, in pixels of the image. Parts beyond an edge are black.
 *
 * @param top first row, 0 at the image's upper edge; negative above it
 * @param left first column, likewise
 * @param height number of rows
 * @param width number of columns
 * @param mirrored true if left and right are swapped
 */
public record CropBox(int top, int left, int height, int width, boolean mirrored) {}

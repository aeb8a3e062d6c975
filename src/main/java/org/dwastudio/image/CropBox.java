package org.dwastudio.image;

/**
 * Which part of an image is looked at, in pixels of the image. A part that reaches over an edge shows black there.
 *
 * @param top first row, 0 at the image's upper edge; below 0 above that
 * @param left first column, likewise
 * @param height rows
 * @param width columns
 * @param mirrored whether left and right are swapped
 */
public record CropBox(int top, int left, int height, int width, boolean mirrored) {}

package org.dwastudio.train.batch;

/**
 * The part of an image that CutMix takes from the partner, in pixels; empty when height or width is 0.
 *
 * @param top first row
 * @param left first column
 * @param height rows
 * @param width columns
 */
public record CutMixBox(int top, int left, int height, int width) {}

package org.dwastudio.pipeline.view;

/**
 * The part of a picture that CutMix takes from the partner, in pixels; empty when height or width is 0.
 *
 * @param top first row
 * @param left first column
 * @param height rows
 * @param width columns
 */
public record PastedBox(int top, int left, int height, int width) {}

package org.dwastudio.ui.imagegrid;

/**
 * Position of an image in an {@link ImageGrid}.
 *
 * @param row class, from 0
 * @param column ipc index, from 0
 */
public record Tile(int row, int column) {}

package org.dwastudio.ui.imagegrid;

/**
 * One picture of an {@link ImageGrid}.
 *
 * @param row the class, from 0
 * @param column the ipc index, from 0
 */
public record Tile(int row, int column) {}

package org.dwastudio.ui.synthesis;

/**
 * A part of a column whose images come together.
 *
 * @param column from 0
 * @param firstClass label of its first image
 */
public record ColumnSlice(int column, int firstClass) {}

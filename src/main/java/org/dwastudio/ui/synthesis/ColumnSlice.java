package org.dwastudio.ui.synthesis;

/**
 * A part of a column whose pictures come together.
 *
 * @param column from 0
 * @param firstClass label of its first picture
 */
public record ColumnSlice(int column, int firstClass) {}

package org.dwastudio.ui.comparison;

import org.dwastudio.image.ImageBatch;

/**
 * Images of a part of a column.
 *
 * @param column column, from 0
 * @param firstClass label of the first image
 */
record ImageSlice(int column, int firstClass, ImageBatch images) {}

package org.dwastudio.ui.imagegrid;

/**
 * Place of an image among the shown rows of a grid.
 *
 * @param row shown row, from 0; not the class, as rows may be hidden and sorted
 * @param column ipc index, from 0
 */
record Cell(int row, int column) {}

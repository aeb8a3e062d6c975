package org.dwastudio.ui.embedding;

import org.dwastudio.ui.imagegrid.Tile;

/**
 * Place of a distilled image on the map.
 *
 * @param tile place of the image in the grid
 * @param x first coordinate
 * @param y second coordinate
 */
public record MapPoint(Tile tile, double x, double y) {}

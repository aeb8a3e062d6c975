package org.dwastudio.ui.chart;

import org.dwastudio.ui.theme.ChartColor;

/**
 * Dashed horizontal line to compare curves with, such as “random real images”.
 *
 * @param label text above the line at its right end
 * @param y position, in the unit of its axis
 * @param axis axis of {@code y}
 * @param ink color
 */
public record ReferenceLine(String label, double y, ChartAxis axis, ChartColor ink) {}

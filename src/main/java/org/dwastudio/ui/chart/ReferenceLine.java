package org.dwastudio.ui.chart;

import org.dwastudio.ui.theme.ChartColor;

/**
 * A dashed horizontal line to compare curves with, such as “random real images”.
 *
 * @param label written above the line at its right end
 * @param y where it lies, in the unit of its axis
 * @param axis the axis that {@code y} is measured on
 * @param ink its colour
 */
public record ReferenceLine(String label, double y, ChartAxis axis, ChartColor ink) {}

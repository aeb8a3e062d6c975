package org.dwastudio.ui.chart;

import org.dwastudio.ui.theme.ChartColor;

/**
 * Bar of a {@link BarList}.
 *
 * @param name measured quantity
 * @param value value between 0 and the right end
 * @param deviation standard deviation of the single measurements; 0 draws no whisker
 * @param text value as text
 * @param faint true if it is drawn pale
 */
public record MeasuredBar(String name, double value, double deviation, String text, ChartColor ink, boolean faint) {}

package org.dwastudio.ui.chart;

import org.dwastudio.ui.theme.ChartColor;

/**
 * A bar of a {@link BarList}.
 *
 * @param name what was measured
 * @param value from 0 to the right end
 * @param deviation how far single measurements lie from it; 0 draws no whisker
 * @param words the value as text
 * @param faint whether it is drawn pale
 */
public record MeasuredBar(String name, double value, double deviation, String words, ChartColor ink, boolean faint) {}

package org.dwastudio.ui.chart;

/** Vertical axis of a curve. */
public enum ChartAxis {
    LEFT,
    RIGHT
}

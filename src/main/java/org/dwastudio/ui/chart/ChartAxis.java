package org.dwastudio.ui.chart;

/** The vertical axis that a curve is measured on. */
public enum ChartAxis {
    LEFT,
    RIGHT
}

package org.dwastudio.ui.control;

/** The vertical axis that a curve is measured on. */
public enum ChartAxis {
    LEFT,
    RIGHT
}

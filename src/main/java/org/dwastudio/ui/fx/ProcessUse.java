package org.dwastudio.ui.fx;

import java.util.function.LongSupplier;

/**
 * Meters of what this process uses.
 *
 * @param memoryBytes memory in use, in bytes
 * @param drawingNanos processor time spent on drawing so far, in nanoseconds; constant where drawing is not limited
 */
public record ProcessUse(LongSupplier memoryBytes, LongSupplier drawingNanos) {}

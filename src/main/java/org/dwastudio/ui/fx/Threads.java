package org.dwastudio.ui.fx;

import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/**
 * Executors of the window's work.
 *
 * @param fx JavaFX thread, on which results return to the window
 * @param background executor that reads and writes files
 * @param nanoClock monotonic time in nanoseconds
 */
public record Threads(Executor fx, Executor background, LongSupplier nanoClock) {}

package org.dwastudio.ui.fx;

import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/**
 * Where the window's work runs.
 *
 * @param fx the JavaFX thread: the one place where results come back to the window
 * @param background files are read and written here
 * @param nanoClock a time that never falls, in nanoseconds
 */
public record Threads(Executor fx, Executor background, LongSupplier nanoClock) {}

/**
 * Sweeps: many runs of one experiment with other values of some settings, ranked on held-out images. Uses the engine
 * like window and command line do.
 */
@NullMarked
package org.dwastudio.sweep;

import org.jspecify.annotations.NullMarked;

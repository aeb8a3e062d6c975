/** Sweeps on the engine: start, pause, stop, and what is known of their trials. */
@NullMarked
package org.dwastudio.ui.sweep.work;

import org.jspecify.annotations.NullMarked;

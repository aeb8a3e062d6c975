/** Benchmark of the open window: the engine's speed with and without it. */
@NullMarked
package org.dwastudio.bench.window;

import org.jspecify.annotations.NullMarked;

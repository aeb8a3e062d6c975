/** Benchmark of the open window: the engine's speed with and without it. */
package org.dwastudio.bench.window;

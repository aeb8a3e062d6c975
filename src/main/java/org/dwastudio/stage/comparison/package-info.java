/** Comparison of runs as plain values read from their folders. Shared by all entry points. */
@NullMarked
package org.dwastudio.stage.comparison;

import org.jspecify.annotations.NullMarked;

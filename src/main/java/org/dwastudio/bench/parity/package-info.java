/** Comparison of a synthesis in float64 with numbers of the published implementation. */
@NullMarked
package org.dwastudio.bench.parity;

import org.jspecify.annotations.NullMarked;

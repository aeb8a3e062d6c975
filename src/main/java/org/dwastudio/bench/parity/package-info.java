/** Comparison of a synthesis in float64 with numbers of the published implementation. */
package org.dwastudio.bench.parity;

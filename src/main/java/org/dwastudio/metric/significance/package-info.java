/** Significance of differences between repeated measurements: intervals of means, paired tests and their correction. */
@NullMarked
package org.dwastudio.metric.significance;

import org.jspecify.annotations.NullMarked;

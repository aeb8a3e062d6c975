/** Metrics of feature matrices: rank, density, coverage and nearest rows. Knows no network and no dataset. */
@NullMarked
package org.dwastudio.metric.feature;

import org.jspecify.annotations.NullMarked;

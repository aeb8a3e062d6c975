/** The HTML report of a comparison of runs. */
@NullMarked
package org.dwastudio.report.comparison;

import org.jspecify.annotations.NullMarked;

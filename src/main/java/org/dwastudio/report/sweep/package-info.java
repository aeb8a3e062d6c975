/** The report of a sweep. */
@NullMarked
package org.dwastudio.report.sweep;

import org.jspecify.annotations.NullMarked;

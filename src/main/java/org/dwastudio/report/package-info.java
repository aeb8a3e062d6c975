/** The HTML report of a run. */
@NullMarked
package org.dwastudio.report;

import org.jspecify.annotations.NullMarked;

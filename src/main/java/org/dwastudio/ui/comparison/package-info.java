/** The comparison of runs: images on one time line, settings that differ, curves and students. */
@NullMarked
package org.dwastudio.ui.comparison;

import org.jspecify.annotations.NullMarked;

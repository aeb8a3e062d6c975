/** The image grid control. Knows no screen. */
@NullMarked
package org.dwastudio.ui.imagegrid;

import org.jspecify.annotations.NullMarked;

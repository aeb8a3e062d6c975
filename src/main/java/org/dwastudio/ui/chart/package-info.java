/** Charts, drawn on a canvas. Knows no screen. */
@NullMarked
package org.dwastudio.ui.chart;

import org.jspecify.annotations.NullMarked;

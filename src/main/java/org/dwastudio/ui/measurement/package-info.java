/** Losses, diversity and notes of a synthesis as charts and figures. */
@NullMarked
package org.dwastudio.ui.measurement;

import org.jspecify.annotations.NullMarked;

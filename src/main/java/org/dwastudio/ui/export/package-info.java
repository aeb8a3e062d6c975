/** Exports of distilled images and reports, as the window offers them. Knows no screen. */
@NullMarked
package org.dwastudio.ui.export;

import org.jspecify.annotations.NullMarked;

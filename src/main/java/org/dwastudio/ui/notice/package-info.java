/** Notices in the window. */
@NullMarked
package org.dwastudio.ui.notice;

import org.jspecify.annotations.NullMarked;

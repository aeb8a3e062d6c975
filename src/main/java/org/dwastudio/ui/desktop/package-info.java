/** File choosers and the desktop's file manager. */
@NullMarked
package org.dwastudio.ui.desktop;

import org.jspecify.annotations.NullMarked;

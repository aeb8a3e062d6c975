/** State of the window that outlives languages and themes: open experiment, controller of the stages, files. */
@NullMarked
package org.dwastudio.ui.workspace;

import org.jspecify.annotations.NullMarked;

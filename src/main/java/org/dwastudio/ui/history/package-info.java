/** The run history. */
@NullMarked
package org.dwastudio.ui.history;

import org.jspecify.annotations.NullMarked;

/**
 * One page per stage, and the assembly of the window's models. The only package of the window that knows all stages; only
 * the program's start and tests may come in.
 */
@NullMarked
package org.dwastudio.ui.page;

import org.jspecify.annotations.NullMarked;

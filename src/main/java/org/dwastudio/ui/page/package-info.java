/**
 * One page per stage, and the assembly of the window's models. The only package of the window that knows all stages; used by
 * the program's start and by tests.
 */
@NullMarked
package org.dwastudio.ui.page;

import org.jspecify.annotations.NullMarked;

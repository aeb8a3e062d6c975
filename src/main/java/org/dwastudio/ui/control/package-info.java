/** Controls that any screen can use. Knows no screen. */
@NullMarked
package org.dwastudio.ui.control;

import org.jspecify.annotations.NullMarked;

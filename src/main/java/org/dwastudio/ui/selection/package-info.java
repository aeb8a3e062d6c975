/** Images that are marked together, and what is known about them. */
@NullMarked
package org.dwastudio.ui.selection;

import org.jspecify.annotations.NullMarked;

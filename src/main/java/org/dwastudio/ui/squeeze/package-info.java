/** The squeeze page: teacher recipe, progress and the trained teacher. */
@NullMarked
package org.dwastudio.ui.squeeze;

import org.jspecify.annotations.NullMarked;

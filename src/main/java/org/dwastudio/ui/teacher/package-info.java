/** The teacher card, the teacher library and the import of weights. */
@NullMarked
package org.dwastudio.ui.teacher;

import org.jspecify.annotations.NullMarked;

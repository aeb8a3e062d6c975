/** The inspector: the selected image, its history, what the teacher predicts for it, and the real images it resembles. */
@NullMarked
package org.dwastudio.ui.inspector;

import org.jspecify.annotations.NullMarked;

/** Stage 3, relabel: stores the teacher's soft labels. */
@NullMarked
package org.dwastudio.stage.relabel;

import org.jspecify.annotations.NullMarked;

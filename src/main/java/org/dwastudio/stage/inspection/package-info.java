/** Inspection of a distilled set: its features under the teacher, next to those of real images. Shared by all entry points. */
@NullMarked
package org.dwastudio.stage.inspection;

import org.jspecify.annotations.NullMarked;

/** Layout and drawing of labeled image sheets. */
@NullMarked
package org.dwastudio.image.sheet;

import org.jspecify.annotations.NullMarked;

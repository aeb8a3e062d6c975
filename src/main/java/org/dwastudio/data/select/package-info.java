/** Selections of a dataset's images: held-out test images, chosen classes, readable images. Knows no format. */
@NullMarked
package org.dwastudio.data.select;

import org.jspecify.annotations.NullMarked;

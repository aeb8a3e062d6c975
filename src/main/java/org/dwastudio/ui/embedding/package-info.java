/** Map of the teacher's features: real images as points, distilled images as thumbnails. */
@NullMarked
package org.dwastudio.ui.embedding;

import org.jspecify.annotations.NullMarked;

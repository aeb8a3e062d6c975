/** Dataset formats, one reader per format, and the catalog that detects them. */
@NullMarked
package org.dwastudio.data.format;

import org.jspecify.annotations.NullMarked;

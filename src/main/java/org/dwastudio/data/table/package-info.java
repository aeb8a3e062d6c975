/** Image folders whose labels are in a table next to the images. The catalog may come in. */
@NullMarked
package org.dwastudio.data.table;

import org.jspecify.annotations.NullMarked;

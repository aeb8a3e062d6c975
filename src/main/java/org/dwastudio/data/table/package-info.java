/** Image folders whose labels are in a table next to the images. Used only by the catalog. */
@NullMarked
package org.dwastudio.data.table;

import org.jspecify.annotations.NullMarked;

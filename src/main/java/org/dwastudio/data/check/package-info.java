/** Full checks of a dataset: unreadable files, statistics, duplicates across splits. */
@NullMarked
package org.dwastudio.data.check;

import org.jspecify.annotations.NullMarked;

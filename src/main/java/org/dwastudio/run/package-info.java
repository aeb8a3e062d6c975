/** Run folders: layout, lock, metadata, log and images. */
@NullMarked
package org.dwastudio.run;

import org.jspecify.annotations.NullMarked;

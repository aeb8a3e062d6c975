/** Choice, options, check and download of datasets. */
@NullMarked
package org.dwastudio.ui.dataset;

import org.jspecify.annotations.NullMarked;

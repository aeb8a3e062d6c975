/** The relabel page. */
@NullMarked
package org.dwastudio.ui.relabel;

import org.jspecify.annotations.NullMarked;

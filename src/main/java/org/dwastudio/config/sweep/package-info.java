/** Settings of a sweep: what varies, how values are chosen, and by what trials are ranked. */
@NullMarked
package org.dwastudio.config.sweep;

import org.jspecify.annotations.NullMarked;

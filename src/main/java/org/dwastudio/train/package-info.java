/** Training components that squeeze, regression and students share. */
@NullMarked
package org.dwastudio.train;

import org.jspecify.annotations.NullMarked;

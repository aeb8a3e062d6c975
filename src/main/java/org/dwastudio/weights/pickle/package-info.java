/** A pickle reader that creates nothing but an allow-list of values. */
@NullMarked
package org.dwastudio.weights.pickle;

import org.jspecify.annotations.NullMarked;

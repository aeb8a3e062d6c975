/** Networks with weights, and the catalog that creates and matches them. */
@NullMarked
package org.dwastudio.nn;

import org.jspecify.annotations.NullMarked;

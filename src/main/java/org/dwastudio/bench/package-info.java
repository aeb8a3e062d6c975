/** Benchmarks of the pixel step and of student training. The product never depends on them. */
@NullMarked
package org.dwastudio.bench;

import org.jspecify.annotations.NullMarked;

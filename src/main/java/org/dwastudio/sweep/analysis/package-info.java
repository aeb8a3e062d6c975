/** Statistics of a sweep: ranking, differences that seeds confirm, responses and importance. */
@NullMarked
package org.dwastudio.sweep.analysis;

import org.jspecify.annotations.NullMarked;

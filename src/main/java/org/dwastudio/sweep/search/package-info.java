/** Search for good values: grid, random draws, Sobol sequence, successive halving, and a model of the scores. */
@NullMarked
package org.dwastudio.sweep.search;

import org.jspecify.annotations.NullMarked;

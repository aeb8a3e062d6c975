/** Seeded, position-keyed random generators and permutations. Every random decision of a run goes through them. */
@NullMarked
package org.dwastudio.random;

import org.jspecify.annotations.NullMarked;

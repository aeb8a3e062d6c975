/** Immutable events of a run: the same objects that observers receive and that a run folder records. Carries primitives and bytes, never tensors. */
@NullMarked
package org.dwastudio.event;

import org.jspecify.annotations.NullMarked;

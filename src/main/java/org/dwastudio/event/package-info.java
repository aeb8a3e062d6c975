/** Immutable events of a run: the same objects that observers receive and that a run folder records. Carries primitives and bytes, never tensors. */
package org.dwastudio.event;

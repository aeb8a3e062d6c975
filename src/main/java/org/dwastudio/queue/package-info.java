/** Stages that wait for the engine: their order, what they wait for, and the file that keeps them. */
@NullMarked
package org.dwastudio.queue;

import org.jspecify.annotations.NullMarked;

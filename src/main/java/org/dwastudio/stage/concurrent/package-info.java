/** Work of a stage on several threads at the same time, each with its share of the processor threads. */
@NullMarked
package org.dwastudio.stage.concurrent;

import org.jspecify.annotations.NullMarked;

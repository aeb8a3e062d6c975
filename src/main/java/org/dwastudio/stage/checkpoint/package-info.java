/** Checkpoints of a stage: naming, pace, checksums and retention. */
@NullMarked
package org.dwastudio.stage.checkpoint;

import org.jspecify.annotations.NullMarked;

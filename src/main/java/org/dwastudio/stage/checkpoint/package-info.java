/** Checkpoints of a stage: naming, pace, checksums and retention. */
package org.dwastudio.stage.checkpoint;

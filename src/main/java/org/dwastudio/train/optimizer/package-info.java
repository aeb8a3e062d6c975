/** Optimizers with their moments in checkpoints, as PyTorch computes them. */
@NullMarked
package org.dwastudio.train.optimizer;

import org.jspecify.annotations.NullMarked;

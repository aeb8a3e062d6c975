/** Optimizers with their moments in checkpoints, as PyTorch computes them. */
package org.dwastudio.train.optimizer;

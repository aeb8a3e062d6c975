/** PyTorch's file formats: state dicts, checkpoints, TorchScript archives, before and since version 1.6. */
@NullMarked
package org.dwastudio.weights.torch;

import org.jspecify.annotations.NullMarked;

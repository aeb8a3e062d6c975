/** Selection of the compute device and the PyTorch build before the engine is loaded. Must not depend on tensors. */
@NullMarked
package org.dwastudio.compute;

import org.jspecify.annotations.NullMarked;

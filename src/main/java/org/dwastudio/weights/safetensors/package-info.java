/** The safetensors format. */
@NullMarked
package org.dwastudio.weights.safetensors;

import org.jspecify.annotations.NullMarked;

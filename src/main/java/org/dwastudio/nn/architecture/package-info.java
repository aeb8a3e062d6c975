/** Network architectures in torchvision's module order, one class per family. */
@NullMarked
package org.dwastudio.nn.architecture;

import org.jspecify.annotations.NullMarked;

/** Network architectures in torchvision's module order, one class per family. */
package org.dwastudio.nn.architecture;

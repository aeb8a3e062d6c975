/** Descriptions of networks, and of the images that a training shows them. Squeeze and evaluation share them. */
@NullMarked
package org.dwastudio.config.network;

import org.jspecify.annotations.NullMarked;

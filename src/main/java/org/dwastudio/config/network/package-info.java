/** Descriptions of networks, and of the images that a training shows them. Squeeze and evaluation share them. */
package org.dwastudio.config.network;

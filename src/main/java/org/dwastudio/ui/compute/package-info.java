/** Preferences of the compute device, and the download of the CUDA build. */
package org.dwastudio.ui.compute;

/** The bridge between background threads and the JavaFX thread. */
package org.dwastudio.ui.fx;

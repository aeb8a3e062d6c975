/** The user guide in a window of its own, offline. */
package org.dwastudio.ui.guide;

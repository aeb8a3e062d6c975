/** The user guide inside the window. */
package org.dwastudio.ui.guide;

/** File choosers and the desktop's file manager. */
package org.dwastudio.ui.desktop;

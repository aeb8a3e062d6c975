/** The image grid control. Knows no screen. */
package org.dwastudio.ui.imagegrid;

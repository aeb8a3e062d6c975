/** Texts, units and small views that several screens share. */
package org.dwastudio.ui.screen;

/** Preferences and recent files of the user. */
package org.dwastudio.ui.preference;

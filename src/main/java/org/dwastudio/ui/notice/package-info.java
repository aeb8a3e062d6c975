/** Notices in the window. */
package org.dwastudio.ui.notice;

/** The run history. */
package org.dwastudio.ui.history;

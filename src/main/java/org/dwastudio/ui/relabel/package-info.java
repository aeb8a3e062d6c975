/** The relabel page. */
package org.dwastudio.ui.relabel;

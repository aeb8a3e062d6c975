/** The synthesis page: image grid, inspector and progress. */
package org.dwastudio.ui.synthesis;

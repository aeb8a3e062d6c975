/** The parameter panel of a synthesis, with undo and estimates. */
package org.dwastudio.ui.parameter;

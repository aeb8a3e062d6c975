/** State of the window that outlives languages and themes: open experiment, controller of the stages, files. */
package org.dwastudio.ui.workspace;

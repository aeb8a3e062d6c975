/** Time line of a synthesis: the images of a run at earlier iterations. */
package org.dwastudio.ui.timeline;

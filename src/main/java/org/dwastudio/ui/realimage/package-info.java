/** Real images that the images of the shown run are compared with. */
@NullMarked
package org.dwastudio.ui.realimage;

import org.jspecify.annotations.NullMarked;

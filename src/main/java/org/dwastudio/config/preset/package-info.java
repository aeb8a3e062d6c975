/** Named starting points of every stage, as the window and the documentation offer them. */
@NullMarked
package org.dwastudio.config.preset;

import org.jspecify.annotations.NullMarked;

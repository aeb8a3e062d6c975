/** Settings of a sweep before it starts. */
@NullMarked
package org.dwastudio.ui.sweep.setup;

import org.jspecify.annotations.NullMarked;

/** The studio as a program: composition root and main window. */
@NullMarked
package org.dwastudio.ui;

import org.jspecify.annotations.NullMarked;

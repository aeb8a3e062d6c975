/** Resizing that matches PIL bit for bit. Used by dataset preprocessing and training augmentation. */
@NullMarked
package org.dwastudio.image.resize;

import org.jspecify.annotations.NullMarked;

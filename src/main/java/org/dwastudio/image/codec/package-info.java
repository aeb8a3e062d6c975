/** Reading and writing of image files: JPEG, PNG, GIF, BMP, TIFF, EXIF orientation and text chunks. */
@NullMarked
package org.dwastudio.image.codec;

import org.jspecify.annotations.NullMarked;

/** Reading and writing of image files: JPEG, PNG, GIF, BMP, TIFF, EXIF orientation and text chunks. */
package org.dwastudio.image.codec;

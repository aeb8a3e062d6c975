/** Resizing that matches PIL bit for bit. Used by dataset preprocessing and training augmentation. */
package org.dwastudio.image.resize;

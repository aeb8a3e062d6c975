/** The dataset API: labeled images in a training and a test split. Readers, preprocessing, checks and downloads live in the packages below. */
@NullMarked
package org.dwastudio.data;

import org.jspecify.annotations.NullMarked;

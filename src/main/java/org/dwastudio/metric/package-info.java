/** Metrics of images and classifiers: numbers in, numbers out. Knows no stage and no dataset. */
@NullMarked
package org.dwastudio.metric;

import org.jspecify.annotations.NullMarked;

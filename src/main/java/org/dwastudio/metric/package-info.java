/** Metrics of images and classifiers: numbers in, numbers out. Knows no stage and no dataset. */
package org.dwastudio.metric;

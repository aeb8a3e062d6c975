/** The block {@code evaluation} of an experiment: the recipe by which students are trained, one record a group of settings. */
@NullMarked
package org.dwastudio.config.evaluation;

import org.jspecify.annotations.NullMarked;

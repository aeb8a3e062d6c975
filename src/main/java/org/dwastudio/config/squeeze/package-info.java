/** The block {@code squeeze} of an experiment: the recipe by which teachers are trained, one record a group of settings. */
@NullMarked
package org.dwastudio.config.squeeze;

import org.jspecify.annotations.NullMarked;

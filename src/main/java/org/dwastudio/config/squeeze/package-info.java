/** The block {@code squeeze} of an experiment: the recipe by which teachers are trained, one record a group of settings. */
package org.dwastudio.config.squeeze;

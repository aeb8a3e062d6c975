/** The block {@code synthesis} of an experiment: one record a group of settings, and the changes made during a run. */
@NullMarked
package org.dwastudio.config.synthesis;

import org.jspecify.annotations.NullMarked;

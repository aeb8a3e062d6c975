/** Settings of an experiment that are edited as text, and their names. */
@NullMarked
package org.dwastudio.ui.setting;

import org.jspecify.annotations.NullMarked;

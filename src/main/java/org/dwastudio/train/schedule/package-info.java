/** Learning rate schedules. */
@NullMarked
package org.dwastudio.train.schedule;

import org.jspecify.annotations.NullMarked;

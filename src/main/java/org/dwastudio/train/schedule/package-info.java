/** Learning rate schedules of teachers, students and pixels. */
@NullMarked
package org.dwastudio.train.schedule;

import org.jspecify.annotations.NullMarked;

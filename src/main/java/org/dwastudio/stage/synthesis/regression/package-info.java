/** Feature regression: the optional loss that fits students to the teacher's predictions on real images. */
@NullMarked
package org.dwastudio.stage.synthesis.regression;

import org.jspecify.annotations.NullMarked;

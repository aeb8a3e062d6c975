/** Feature regression: the optional loss that fits students to the teacher's predictions on real images. */
package org.dwastudio.stage.synthesis.regression;

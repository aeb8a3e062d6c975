/** Results of an evaluation as plain values, for tables, reports and the window. */
@NullMarked
package org.dwastudio.stage.evaluation.result;

import org.jspecify.annotations.NullMarked;

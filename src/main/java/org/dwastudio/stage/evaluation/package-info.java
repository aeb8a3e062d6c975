/** Stage 4, evaluation: trains students on the distilled set and on the baselines. */
@NullMarked
package org.dwastudio.stage.evaluation;

import org.jspecify.annotations.NullMarked;
